package io.vestnik.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void leavesOutWhatWouldLeaveMoreThanATenthOfASecondLate() {
        Pace pace = Pace.insisting(1_000, 10);
        assertThat(pace.next(500, 0, SECOND / 2 + SECOND / 20)).isEqualTo(500);
        assertThat(pace.next(500, 0, SECOND)).isEqualTo(900);
        assertThat(pace.next(500, 0, 20 * SECOND)).isEqualTo(10_000);
        assertThat(pace.isOver(10_000, 0, 9 * SECOND)).isTrue();
    }

    @Test
    void leavesLateWhereNobodyInsists() {
        Pace pace = Pace.steady(1_000, 10);
        assertThat(pace.next(500, 0, 9 * SECOND)).isEqualTo(500);
        assertThat(Pace.asAnswered(10, 1).next(3, 0, 9 * SECOND)).isEqualTo(3);
    }
}
