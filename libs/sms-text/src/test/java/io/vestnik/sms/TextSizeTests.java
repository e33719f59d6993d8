package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTests {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 160",
        "1, 1, 1, 159",
        "160, 1, 160, 0",
        "161, 2, 8, 145",
        "306, 2, 153, 0",
        "307, 3, 1, 152",
        "459, 3, 153, 0",
        "460, 4, 1, 152"
    })
    void countsLatinTextsBy160And153(int letters, int parts, int used, int left) {
        assertThat(TextSize.of("a".repeat(letters)))
                .isEqualTo(new TextSize(Encoding.GSM7, parts, letters, used, left, null));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 69", "70, 1, 70, 0", "71, 2, 4, 63", "134, 2, 67, 0", "135, 3, 1, 66", "201, 3, 67, 0"})
    void countsCyrillicTextsBy70And67(int letters, int parts, int used, int left) {
        assertThat(TextSize.of("ж".repeat(letters)))
                .isEqualTo(new TextSize(Encoding.UCS2, parts, letters, used, left, new Offender(0, 'ж')));
    }

    @ParameterizedTest
    @CsvSource({"304, 2", "305, 3", "160, 1", "161, 2"})
    void countsBy152WithReferencesOf16Bits(int letters, int parts) {
        assertThat(size("a".repeat(letters), RouteAlphabet.GSM, Concatenation.UDH_16)
                        .parts())
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"132, 2", "133, 3", "70, 1", "71, 2"})
    void countsBy66WithReferencesOf16Bits(int letters, int parts) {
        assertThat(size("ж".repeat(letters), RouteAlphabet.GSM, Concatenation.UDH_16)
                        .parts())
                .isEqualTo(parts);
    }

    @Test
    void countsExtensionCharactersAsTwoSeptets() {
        for (char c : "\f^{}\\[~]|€".toCharArray()) {
            assertThat(TextSize.of("" + c).units()).as("U+%04X", (int) c).isEqualTo(2);
        }
        assertThat(TextSize.of("€".repeat(80)).parts()).isEqualTo(1);
        assertThat(TextSize.of("€".repeat(81)).parts()).isEqualTo(2);
    }

    @Test
    void neverCutsAnEscapePairSoThatCountsMayExceedDivision() {
        // 306 septets would fit two parts, but the euro sign at 153 moves whole to the second, and its last letter to a
        // third.
        String text = "a".repeat(152) + "€" + "a".repeat(152);
        assertThat(TextSize.of(text)).isEqualTo(new TextSize(Encoding.GSM7, 3, 306, 1, 152, null));
        assertThat(TextSize.of("€".repeat(76 * 2)).parts()).isEqualTo(2);
        assertThat(TextSize.of("€".repeat(76 * 2 + 1))).isEqualTo(new TextSize(Encoding.GSM7, 3, 306, 2, 151, null));
    }

    @Test
    void neverCutsASurrogatePairSoThatCountsMayExceedDivision() {
        String text = "ж".repeat(66) + "😀" + "ж".repeat(66);
        assertThat(TextSize.of(text)).isEqualTo(new TextSize(Encoding.UCS2, 3, 134, 1, 66, new Offender(0, 'ж')));
    }

    @Test
    void namesTheFirstCharacterThatForcesUcs2() {
        assertThat(TextSize.of("Hello, world…").offender()).isEqualTo(new Offender(12, '…'));
        assertThat(TextSize.of("Hi 😀!").offender()).isEqualTo(new Offender(3, 0x1F600));
        assertThat(TextSize.of("façade").offender()).isEqualTo(new Offender(2, 'ç'));
        assertThat(TextSize.of("Ça, où? Ä ß Δ @ £ ¿").offender()).isNull();
    }

    @Test
    void takesOddCharactersAsUcs2WithoutFailing() {
        assertThat(TextSize.of("\u0000").encoding()).isEqualTo(Encoding.UCS2);
        assertThat(TextSize.of("`").encoding()).isEqualTo(Encoding.UCS2);
        assertThat(TextSize.of("\u001B").encoding()).isEqualTo(Encoding.UCS2);
        assertThat(TextSize.of("\t").encoding()).isEqualTo(Encoding.UCS2);
        assertThat(TextSize.of("\uD83D".repeat(71)).parts()).isEqualTo(2);
        assertThat(TextSize.of("\uFFFF").encoding()).isEqualTo(Encoding.UCS2);
    }

    @Test
    void sendsAsUcs2WhatTheRoutesAlphabetCannotExpress() {
        assertThat(size("5 €", RouteAlphabet.LATIN1, Concatenation.UDH_8).encoding())
                .isEqualTo(Encoding.UCS2);
        assertThat(size("Δ", RouteAlphabet.LATIN1, Concatenation.UDH_8).offender())
                .isEqualTo(new Offender(0, 'Δ'));
        assertThat(size("Ärger", RouteAlphabet.LATIN1, Concatenation.UDH_8).encoding())
                .isEqualTo(Encoding.GSM7);
        assertThat(size("Ärger", RouteAlphabet.ASCII, Concatenation.UDH_8).encoding())
                .isEqualTo(Encoding.UCS2);
        assertThat(size("[ok]", RouteAlphabet.ASCII, Concatenation.UDH_8).units())
                .isEqualTo(6);
    }

    private static TextSize size(String text, RouteAlphabet alphabet, Concatenation concatenation) {
        TextMeter meter = new TextMeter(alphabet, concatenation);
        meter.measure(text);
        return meter.size();
    }
}
