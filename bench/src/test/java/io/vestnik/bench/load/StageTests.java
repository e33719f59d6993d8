package io.vestnik.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageTests {

    @Test
    void aStallShowsInAllThatItHeldUp() {
        Stage stage = new Stage();
        for (int i = 0; i < 100; i++) { // one a millisecond, all answered when the hundredth is
            stage.record(TimeUnit.MILLISECONDS.toNanos(i), TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(stage.millis(50)).isCloseTo(51, within(1.5));
        assertThat(stage.millis(99)).isCloseTo(99, within(1.5));
    }

    @Test
    void whatBelongsToAnotherRunIsPassedOver() {
        Journeys journeys = new Journeys(1_000, 10);
        Stage stage = new Stage();
        journeys.leaves(1_003, 5);
        journeys.comes(stage, 1_003, 10);
        journeys.comes(stage, 1_004, 10);
        journeys.comes(stage, 999, 10);
        journeys.comes(stage, 1_010, 10);
        journeys.comes(stage, -1, 10);
        assertThat(stage.count()).isOne();
    }
}
