package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThrottleTests {
    private static final int ROOM = 1_000;

    /** Such moments may lie on both sides of zero. */
    private final long start = Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(1);

    private final Throttle throttle = new Throttle(start);

    @Test
    void withoutARateItFillsTheRoom() {
        assertThat(throttle.take(ROOM, start)).isEqualTo(ROOM);
        assertThat(throttle.rests(start)).isFalse();
    }

    @Test
    void letsSoManyAnHourGoHoweverOftenItIsAsked() {
        throttle.set(7_200, start);
        long gone = 0;
        long now = start;
        for (int i = 0; i < 100 * 3_600; i++, now += TimeUnit.MILLISECONDS.toNanos(10)) {
            if (!throttle.rests(now)) {
                gone += throttle.take(ROOM, now);
            }
        }
        assertThat(gone).isBetween(7_198L, 7_204L);
    }

    @Test
    void aSlowOneGoesOneByOneAndSavesNothingUp() {
        throttle.set(60, start);
        assertThat(throttle.take(ROOM, start)).isEqualTo(1);
        assertThat(throttle.rests(start + TimeUnit.SECONDS.toNanos(59))).isTrue();
        long muchLater = start + TimeUnit.HOURS.toNanos(5);
        assertThat(throttle.rests(muchLater)).isFalse();
        assertThat(throttle.take(ROOM, muchLater)).isEqualTo(1);
        assertThat(throttle.rests(muchLater + TimeUnit.SECONDS.toNanos(58))).isTrue();
    }

    @Test
    void anotherRateCountsFromNowOn() {
        throttle.set(1, start);
        throttle.take(1, start);
        assertThat(throttle.rests(start + 1)).isTrue();
        throttle.set(0, start + 1);
        assertThat(throttle.rests(start + 1)).isFalse();
        assertThat(throttle.take(ROOM, start + 1)).isEqualTo(ROOM);
    }
}
