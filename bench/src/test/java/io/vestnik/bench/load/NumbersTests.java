package io.vestnik.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTests {

    @Test
    void everyOrdinalIsFoundAgainInItsNumber() {
        for (long ordinal = 0; ordinal < Numbers.COUNT; ordinal += 9_973) {
            assertThat(Numbers.ordinal(Numbers.of(ordinal))).isEqualTo(ordinal);
        }
        assertThat(Numbers.ordinal("+" + Numbers.of(17))).isEqualTo(17);
    }

    @Test
    void aNumberOfSomebodyElseHasNoOrdinal() {
        assertThat(Numbers.ordinal("70000000000")).isNegative();
        assertThat(Numbers.ordinal("49301234567")).isNegative();
        assertThat(Numbers.ordinal("VESTNIK")).isNegative();
        assertThat(Numbers.ordinal("")).isNegative();
    }
}
