package io.vestnik.platform.links.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CodePermutationTests {
    /** Always the same: what holds by chance is asserted too. */
    private final Random random = new Random(62);

    private final CodePermutation codes = new CodePermutation(key());

    private byte[] key() {
        byte[] key = new byte[SipHash.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    @Test
    void hashesAsThePaperDoes() {
        byte[] key = new byte[SipHash.KEY_BYTES];
        for (byte i = 0; i < key.length; i++) {
            key[i] = i;
        }
        // The message 00 01 … 07 of the reference vectors.
        assertThat(new SipHash(key).of(0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void readsWhatItWrote() {
        LongStream.concat(LongStream.of(0, 1, CodePermutation.SIZE - 1), random.longs(20_000, 0, CodePermutation.SIZE))
                .forEach(number -> {
                    String code = codes.write(number);
                    assertThat(code).matches("[0-9A-Za-z]{8}");
                    assertThat(codes.read(code)).hasValue(number);
                });
    }

    @Test
    void everyWordOfEightLettersIsTheCodeOfOneNumber() {
        for (int i = 0; i < 20_000; i++) {
            long word = random.nextLong(CodePermutation.SIZE);
            String code = word(word);
            long number = codes.read(code).orElseThrow();
            assertThat(number).isBetween(0L, CodePermutation.SIZE - 1);
            assertThat(codes.write(number)).isEqualTo(code);
        }
    }

    private static String word(long value) {
        String letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        StringBuilder word = new StringBuilder();
        for (long left = value; word.length() < 8; left /= letters.length()) {
            word.append(letters.charAt((int) (left % letters.length())));
        }
        return word.toString();
    }

    @Test
    void neighboursHaveNothingInCommon() {
        Set<String> seen = new HashSet<>();
        int alike = 0;
        String before = codes.write(0);
        for (int number = 1; number <= 20_000; number++) {
            String code = codes.write(number);
            assertThat(seen.add(code)).isTrue();
            for (int at = 0; at < 8; at++) {
                alike += code.charAt(at) == before.charAt(at) ? 1 : 0;
            }
            before = code;
        }
        // By chance one letter in 62 is the same: 2,581 of 160,000, with a deviation of 50.
        assertThat(alike).isBetween(2_081, 3_081);
    }

    @Test
    void anotherKeyWritesOtherCodes() {
        CodePermutation others = new CodePermutation(key());
        assertThat(LongStream.range(0, 1_000)
                        .filter(number -> others.write(number).equals(codes.write(number)))
                        .count())
                .isZero();
    }

    @Test
    void refusesWhatIsNoCodeAndNoNumber() {
        assertThat(codes.read("")).isEmpty();
        assertThat(codes.read("1234567")).isEmpty();
        assertThat(codes.read("123456789")).isEmpty();
        assertThat(codes.read("1234567-")).isEmpty();
        assertThat(codes.read("Абвгдежз")).isEmpty();
        assertThatThrownBy(() -> codes.write(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codes.write(CodePermutation.SIZE)).isInstanceOf(IllegalArgumentException.class);
    }
}
