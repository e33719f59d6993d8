package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FriendlyTextTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\t',
            value = {
                "“Sale” – don’t wait… | \"Sale\" - don't wait...",
                "«Ёлка» — № 5 | \"Ёлка\" - No 5",
                "5\u00A0000\u202F₽ | 5 000 ₽",
                "wo\u00ADrd • 2×2 | word * 2x2",
                "plain [text] | plain [text]"
            })
    void makesTypographicCharactersPlain(String text, String plain) {
        assertThat(FriendlyText.apply(text)).isEqualTo(plain);
    }

    @Test
    void turnsALatinTextWithTypographyIntoTheGsmAlphabet() {
        String text = "“It’s here” — come… cafe\u0301";
        assertThat(TextSize.of(text).encoding()).isEqualTo(Encoding.UCS2);
        assertThat(TextSize.of(FriendlyText.apply(text)).encoding()).isEqualTo(Encoding.GSM7);
    }

    @Test
    void replacesOnlyWhatForcesUcs2AndOnlyByTheGsmAlphabet() {
        for (FriendlyText.Replacement row : FriendlyText.list()) {
            for (char c : row.characters().toCharArray()) {
                assertThat(GsmAlphabet.septets(c)).as("U+%04X", (int) c).isZero();
                assertThat(FriendlyText.apply("a" + c + "b")).isEqualTo("a" + row.plain() + "b");
            }
            assertThat(GsmAlphabet.encode(row.plain())).hasSize(row.plain().length());
        }
    }

    @Test
    void returnsTheSameTextWhenThereIsNothingToDo() {
        String text = "Nothing to do, ничего";
        assertThat(FriendlyText.apply(text)).isSameAs(text);
    }
}
