package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTests {
    @ParameterizedTest
    @CsvSource({
        "0, GSM, 00, @, false",
        "0, LATIN1, c4, Ä, false",
        "0, ASCII, 41, A, false",
        "1, GSM, 40, @, false",
        "3, GSM, c4, Ä, false",
        "6, GSM, cf, Я, false",
        "7, GSM, e0, א, false",
        "8, GSM, 042f, Я, false",
        "16, LATIN1, 00, @, true",
        "24, GSM, 042f, Я, true",
        "192, LATIN1, 00, @, false",
        "208, LATIN1, 00, @, false",
        "224, GSM, 042f, Я, false",
        "240, LATIN1, 00, @, true",
        "241, LATIN1, 00, @, false"
    })
    void readsEveryCodingInUse(int coding, RouteAlphabet alphabet, String hex, String text, boolean flash) {
        assertThat(read(hex, coding, alphabet)).isEqualTo(new Received.Text(text, flash, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 20, 0xF4, 0xF5})
    void handsOutBinaryAsBytes(int coding) {
        Received received = Received.read(new byte[] {1, 2}, coding, false, RouteAlphabet.GSM);
        assertThat(received).isInstanceOf(Received.Binary.class);
        assertThat(((Received.Binary) received).bytes()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, 9, 10, 13, 14, 15, 0x1C, 0x20, 0x80, 256})
    void refusesCodingsThatAreNotInUse(int coding) {
        assertThat(read("00", coding, RouteAlphabet.GSM))
                .isEqualTo(new Received.Malformed(Received.Fault.UNKNOWN_CODING));
    }

    @Test
    void refusesHalfAUnitAndABrokenHeader() {
        assertThat(read("042f04", 8, RouteAlphabet.GSM)).isEqualTo(new Received.Malformed(Received.Fault.HALF_A_UNIT));
        assertThat(Received.read(new byte[] {9, 0}, 0, true, RouteAlphabet.GSM))
                .isEqualTo(new Received.Malformed(Received.Fault.HEADER));
    }

    @Test
    void showsUnreadableBytesRatherThanLoseTheMessage() {
        assertThat(read("41c4", 0, RouteAlphabet.ASCII)).isEqualTo(new Received.Text("A\uFFFD", false, null));
        assertThat(read("41c4", 0, RouteAlphabet.GSM)).isEqualTo(new Received.Text("A\uFFFD", false, null));
    }

    @Test
    void takesTheHeaderOffBinaryToo() {
        Received received = Received.read(HexFormat.of().parseHex("050003cc0201ff"), 4, true, RouteAlphabet.GSM);
        assertThat(received).isInstanceOfSatisfying(Received.Binary.class, binary -> {
            assertThat(binary.header()).containsExactly(5, 0, 3, 0xCC, 2, 1);
            assertThat(binary.bytes()).containsExactly(0xFF);
            assertThat(binary.more()).isFalse();
            assertThat(binary.place()).isEqualTo(new PartPlace(0xCC, 2, 1));
        });
    }

    @Test
    void saysNothingOfTheTextInALog() {
        assertThat(read("31323334", 0, RouteAlphabet.GSM).toString()).doesNotContain("1234");
    }

    private static Received read(String hex, int coding, RouteAlphabet alphabet) {
        return Received.read(HexFormat.of().parseHex(hex), coding, false, alphabet);
    }
}
