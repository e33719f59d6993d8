package io.vestnik.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTests {

    @Test
    void readsWhatItIsAskedFor() {
        assertThat(ChaosOptions.parse(List.of("--minutes", "0.5", "--seed", "7", "--nodes", "2", "--json"), 1))
                .isEqualTo(new ChaosOptions.Understood(new ChaosOptions(Duration.ofSeconds(30), 7, 2, true)));
    }

    @Test
    void lastsTwoMinutesOnOneNodeUnlessToldOtherwise() {
        assertThat(ChaosOptions.parse(List.of(), 5))
                .isEqualTo(new ChaosOptions.Understood(new ChaosOptions(Duration.ofMinutes(2), 5, 1, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--minutes", "--minutes 0", "--minutes 1e9", "--minutes -1", "--seed x", "--nodes 3", "--what"})
    void refusesTheRest(String line) {
        assertThat(ChaosOptions.parse(List.of(line.split(" ")), 1)).isInstanceOf(ChaosOptions.Refused.class);
    }
}
