package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeptetsTests {
    @Test
    void packsTheWellKnownExample() {
        byte[] packed = Septets.pack(GsmAlphabet.encode("hellohello"), 0);
        assertThat(HexFormat.of().formatHex(packed)).isEqualTo("e8329bfd4697d9ec37");
        assertThat(GsmAlphabet.decode(Septets.unpack(packed, 10, 0))).isEqualTo("hellohello");
    }

    @Test
    void leavesOneFillBitAfterAHeaderOfSixBytesAndNoneAfterSeven() {
        assertThat(Septets.fillBits(0)).isZero();
        assertThat(Septets.fillBits(6)).isEqualTo(1);
        assertThat(Septets.fillBits(7)).isZero();
        assertThat(Septets.pack(GsmAlphabet.encode("a"), 1)).containsExactly(0xC2);
    }

    @Test
    void fitsAFullPartIntoTheBytesOfTheAir() {
        assertThat(Septets.pack(new byte[160], 0)).hasSize(140);
        assertThat(Septets.pack(new byte[153], Septets.fillBits(6))).hasSize(140 - 6);
        assertThat(Septets.pack(new byte[152], Septets.fillBits(7))).hasSize(140 - 7);
    }

    @Test
    void unpacksWhateverItPacks() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] septets = new byte[random.nextInt(170)];
            for (int j = 0; j < septets.length; j++) {
                septets[j] = (byte) random.nextInt(128);
            }
            int fill = random.nextInt(7);
            assertThat(Septets.unpack(Septets.pack(septets, fill), septets.length, fill))
                    .as("seed %d", seed)
                    .isEqualTo(septets);
        }
    }

    @Test
    void refusesWhatIsNoSeptetAndCountsThatDoNotFit() {
        assertThatThrownBy(() -> Septets.pack(new byte[] {(byte) 0x80}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Septets.unpack(new byte[7], 9, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Septets.unpack(new byte[7], Integer.MAX_VALUE, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Septets.pack(new byte[1], 7)).isInstanceOf(IllegalArgumentException.class);
    }
}
