package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {

    private static final long SECOND = 1_000_000_000;

    private final Pace pace = new Pace(10, 0);

    @Test
    void takesWhatASecondAllowsAtOnceAndThenEvenly() {
        assertThat(pace.take(15, 0)).isEqualTo(10);
        assertThat(pace.take(5, SECOND / 2)).isEqualTo(5);
        assertThat(pace.take(5, SECOND / 2)).isZero();
        assertThat(pace.take(50, 10 * SECOND)).isEqualTo(10);
    }

    @Test
    void refusesAsManyAtOnceAndLetsTheRestOfAFloodWait() {
        pace.take(1_000, 0);
        assertThat(pace.refuseAtOnce(4)).isEqualTo(4);
        assertThat(pace.refuseAtOnce(986)).isEqualTo(6);
        assertThat(pace.refuseAtOnce(1)).isZero();
        pace.take(1_000, SECOND / 2);
        assertThat(pace.refuseAtOnce(995)).isEqualTo(5);
    }
}
