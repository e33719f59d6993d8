package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.sms.Body.Binary;
import io.vestnik.sms.Body.Binary.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTests {
    @ParameterizedTest
    @CsvSource({"Hello, false, 0", "Привет, false, 8", "Hello, true, 16", "Привет, true, 24"})
    void keepsATextAsItIsAndTellsAFlashByItsCoding(String text, boolean flash, int coding) {
        Body body = new Body.Text(text, flash);
        assertThat(body.size()).isEqualTo(new Body.Size(1, coding));
        assertThat(Body.of(body.kept(), coding)).isEqualTo(body);
        assertThat(Body.Size.isUcs2(coding)).isEqualTo(text.equals("Привет"));
    }

    @ParameterizedTest
    @CsvSource({"0605040b8423f0, 00ff41, 4, 0", "'', 00, 0xF5, 0", "027000, '', 0xF6, 0x7F", "'', 05, 0x14, 255"})
    void keepsOctetsAsDigitsBehindTheirHeader(String header, String data, int coding, int protocol) {
        Binary binary = new Binary(header, data, coding, protocol);
        Body.Size size = binary.size();
        assertThat(Body.of(binary.kept(), size.coding())).isEqualTo(binary);
        assertThat(Body.Kind.of(size.coding())).isEqualTo(Body.Kind.BINARY);
        assertThat(Body.of(binary.kept(), (short) size.coding())).isEqualTo(binary);
        assertThat(size.parts()).isOne();
        assertThat(Body.Size.isUcs2(size.coding())).isFalse();
    }

    @Test
    void takesAHeaderThatSaysNothingForNone() {
        Binary binary = new Binary("00", "ff", 4, 0);
        assertThat(binary).isEqualTo(new Binary("", "ff", 4, 0));
        assertThat(binary.kept()).isEqualTo("00ff");
        assertThat(binary.udh()).isFalse();
        assertThat(binary.userData()).containsExactly(0xFF);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 4, 0, LENGTH",
        "'', f, 4, 0, DIGITS",
        "'', FF, 4, 0, DIGITS",
        "05, ff, 4, 0, HEADER",
        "027000ff, ff, 4, 0, HEADER",
        "'', ff, 0, 0, CODING",
        "'', ff, 8, 0, CODING",
        "'', ff, 4, 256, PROTOCOL",
        "'', ff, 4, -1, PROTOCOL"
    })
    void refusesWhatIsNoShortMessage(String header, String data, int coding, int protocol, Fault fault) {
        assertThat(Binary.fault(header, data, coding, protocol)).contains(fault);
        assertThatThrownBy(() -> new Binary(header, data, coding, protocol))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "00", "0G", "05ff", "02700000g1"})
    void readsNoOctetsFromWhatWasNotKept(String kept) {
        assertThat(Binary.read(kept, 4, 0)).isEmpty();
    }

    @Test
    void holdsAHundredAndFortyOctetsWithTheHeader() {
        assertThat(Binary.fault("027000", "ab".repeat(137), 4, 0)).isEmpty();
        assertThat(Binary.fault("027000", "ab".repeat(138), 4, 0)).contains(Fault.LENGTH);
    }

    @Test
    void saysNothingOfItselfInALog() {
        assertThat(Body.text("Code 1234").toString()).doesNotContain("1234");
        assertThat(new Binary("", "1234", 4, 0).toString()).doesNotContain("1234");
    }
}
