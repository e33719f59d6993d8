package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.sms.UserDataHeader.Fault;
import io.vestnik.sms.UserDataHeader.Malformed;
import io.vestnik.sms.UserDataHeader.Sound;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataHeaderTests {
    @Test
    void readsReferencesOfEightAndSixteenBits() {
        assertThat(parse("050003cc0201ffff")).isEqualTo(new Sound(6, new PartPlace(0xCC, 2, 1), false));
        assertThat(parse("06080411cc0302")).isEqualTo(new Sound(7, new PartPlace(0x11CC, 3, 2), false));
    }

    @Test
    void stepsOverElementsItDoesNotNeed() {
        // Ports (05), then concatenation, then an element of no length.
        assertThat(parse("0d05040b8423f00003cc02027000ffff")).isEqualTo(new Sound(14, new PartPlace(0xCC, 2, 2), true));
        assertThat(parse("0605040b8423f0")).isEqualTo(new Sound(7, null, true));
        assertThat(parse("00")).isEqualTo(new Sound(1, null, false));
    }

    @Test
    void takesTheLastOfSeveralConcatenations() {
        assertThat(parse("0a0003010201000302030300")).isEqualTo(new Sound(11, new PartPlace(2, 3, 3), false));
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "050003cc02, LONGER_THAN_DATA",
        "ff, LONGER_THAN_DATA",
        "0100, ELEMENT_CUT",
        "040003cc02, ELEMENT_CUT",
        "0300ffcc, ELEMENT_CUT",
        "040002cc02, BAD_CONCATENATION",
        "06000411cc0201, BAD_CONCATENATION",
        "050003cc0001, BAD_CONCATENATION",
        "050003cc0200, BAD_CONCATENATION",
        "050003cc0203, BAD_CONCATENATION"
    })
    void refusesMalformedHeaders(String hex, Fault fault) {
        assertThat(parse(hex)).isEqualTo(new Malformed(fault));
    }

    @Test
    void refusesAHeaderLongerThanAShortMessage() {
        byte[] data = new byte[200];
        data[0] = (byte) 150;
        assertThat(UserDataHeader.parse(data)).isEqualTo(new Malformed(Fault.LONGER_THAN_DATA));
    }

    @Test
    void answersAnyBytesWithoutFailing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            byte[] data = new byte[random.nextInt(20)];
            random.nextBytes(data);
            if (data.length > 0 && random.nextBoolean()) {
                data[0] = (byte) random.nextInt(data.length + 2);
            }
            assertThat(Received.read(data, random.nextInt(-1, 258), random.nextBoolean(), RouteAlphabet.GSM))
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }

    private static UserDataHeader parse(String hex) {
        return UserDataHeader.parse(HexFormat.of().parseHex(hex));
    }
}
