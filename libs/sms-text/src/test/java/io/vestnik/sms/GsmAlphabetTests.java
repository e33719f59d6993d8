package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GsmAlphabetTests {
    @Test
    void holdsThe127CharactersOfTheTableAndTheTenOfItsExtension() {
        int[] bySeptets = new int[3];
        for (int c = 0; c <= 0xFFFF; c++) {
            bySeptets[GsmAlphabet.septets((char) c)]++;
        }
        assertThat(bySeptets[1]).isEqualTo(127);
        assertThat(bySeptets[2]).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "@, 00", "$, 02", "Ç, 09", "Δ, 10", "_, 11", "Φ, 12", "Ξ, 1a", "Æ, 1c", "É, 1f", "¤, 24", "0, 30", "¡, 40",
        "A, 41", "Z, 5a", "Ä, 5b", "§, 5f", "¿, 60", "a, 61", "z, 7a", "ä, 7b", "à, 7f", "^, 1b14", "{, 1b28",
                "}, 1b29",
        "\\, 1b2f", "[, 1b3c", "~, 1b3d", "], 1b3e", "|, 1b40", "€, 1b65"
    })
    void givesEveryCharacterItsCode(String character, String code) {
        assertThat(HexFormat.of().formatHex(GsmAlphabet.encode(character))).isEqualTo(code);
        assertThat(GsmAlphabet.decode(HexFormat.of().parseHex(code))).isEqualTo(character);
    }

    @Test
    void readsBackWhateverItWrites() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= 0xFFFF; c++) {
            if (GsmAlphabet.septets((char) c) > 0) {
                all.append((char) c);
            }
        }
        assertThat(GsmAlphabet.decode(GsmAlphabet.encode(all.toString()))).isEqualTo(all.toString());
    }

    @Test
    void showsUndefinedCodesAsAHandsetDoes() {
        assertThat(GsmAlphabet.decode(new byte[] {0x1B, 0x41})).isEqualTo("A");
        assertThat(GsmAlphabet.decode(new byte[] {0x41, 0x1B})).isEqualTo("A ");
        assertThat(GsmAlphabet.decode(new byte[] {0x1B, 0x1B, 0x41})).isEqualTo(" A");
        assertThat(GsmAlphabet.decode(new byte[] {(byte) 0xC1, 0x1B, (byte) 0xC1}))
                .isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void refusesToEncodeWhatItDoesNotHave() {
        assertThatThrownBy(() -> GsmAlphabet.encode("a`"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("character 1");
    }
}
