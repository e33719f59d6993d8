package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTests {

    private static final Locale RUSSIAN = Locale.of("ru");

    @ParameterizedTest
    @CsvSource({
        "0,контактов", "1,контакт", "2,контакта", "4,контакта", "5,контактов", "11,контактов", "12,контактов",
        "14,контактов", "21,контакт", "22,контакта", "25,контактов", "111,контактов", "121,контакт", "1204,контакта"
    })
    void picksTheRussianForm(long number, String word) {
        assertThat(Plural.pick(number, "контакт|контакта|контактов", RUSSIAN)).isEqualTo(word);
    }

    @Test
    void picksTheEnglishForm() {
        assertThat(Plural.pick(1, "contact|contacts", Locale.ENGLISH)).isEqualTo("contact");
        assertThat(Plural.pick(0, "contact|contacts", Locale.ENGLISH)).isEqualTo("contacts");
        assertThat(Plural.pick(21, "contact|contacts", Locale.ENGLISH)).isEqualTo("contacts");
    }

    @Test
    void refusesFormsOfAnotherLanguage() {
        assertThatIllegalArgumentException().isThrownBy(() -> Plural.pick(1, "contact|contacts", RUSSIAN));
    }
}
