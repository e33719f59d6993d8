package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a route keeps to its rate, and to what the network asks. */
class PacingTests {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void givesOutATenthOfASecondsWorthAtMost() {
        Tokens tokens = new Tokens(1_000, 0);

        assertThat(tokens.available(60 * SECOND)).isEqualTo(100);
    }

    @Test
    void keepsToTheRateOverAMinute() {
        Tokens tokens = new Tokens(30, 0);
        int taken = 0;
        for (long now = 0; now < 60 * SECOND; now += 7_000_000) {
            int free = tokens.available(now);
            tokens.take(free);
            taken += free;
        }

        assertThat(taken).isBetween(60 * 30 - 3, 60 * 30 + 3);
    }

    @Test
    void letsADebtBePaidBeforeItGivesMore() {
        Tokens tokens = new Tokens(10, 0);
        tokens.take(6);

        assertThat(tokens.available(0)).isZero();
        assertThat(tokens.untilOne(0)).isEqualTo(SECOND * 6 / 10);
        assertThat(tokens.available(SECOND * 6 / 10 + 1)).isEqualTo(1);
    }

    @Test
    void knowsNoLimitWithoutARate() {
        Tokens tokens = new Tokens(0, 0);
        tokens.take(1_000_000);

        assertThat(tokens.available(0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void restsLongerAsLongAsNothingIsTaken() {
        Pace pace = new Pace(100);
        long now = 0;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            Duration rest = pace.hit(now);
            assertThat(pace.isResting(now)).isTrue();
            longest = rest.compareTo(longest) > 0 ? rest : longest;
            now += rest.toNanos();
            assertThat(pace.isResting(now)).isFalse();
        }
        assertThat(longest).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(5));

        pace.accepted(1);
        assertThat(pace.hit(now)).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void countsManyComplaintsOfOneMomentOnce() {
        Pace pace = new Pace(100);
        Duration rest = pace.hit(0);
        for (int i = 0; i < 100; i++) {
            pace.hit(0);
        }

        assertThat(pace.left(0)).isEqualTo(rest.toNanos());
        assertThat(pace.width()).isEqualTo(50);
    }

    @Test
    void narrowsByHalfAndWidensByOneAWindow() {
        Pace pace = new Pace(100);
        pace.hit(0);
        pace.accepted(50);
        assertThat(pace.width()).isEqualTo(51);
        for (int i = 0; i < 1_000; i++) {
            pace.accepted(pace.width());
        }
        assertThat(pace.width()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            pace.hit(i * (10 * SECOND));
        }
        assertThat(pace.width()).isEqualTo(1);
    }

    @Test
    void findsTheRateOfANetworkThatCountsByTheSecond() {
        Pace pace = new Pace(500);
        long millisecond = SECOND / 1_000;
        int accepted = 0;
        int refused = 0;
        int inSecond = 0;
        for (long now = 0; now < 60 * SECOND; now += millisecond) {
            inSecond = now % SECOND == 0 ? 0 : inSecond;
            if (pace.isResting(now)) {
                continue;
            }
            int sent = pace.width();
            int taken = Math.min(sent, 100 - inSecond);
            inSecond += taken;
            accepted += taken;
            refused += sent - taken;
            pace.accepted(taken);
            if (taken < sent) {
                pace.hit(now);
            }
        }

        assertThat(accepted).isGreaterThan(60 * 100 * 2 / 3);
        assertThat(refused).isLessThan(accepted / 2);
    }

    @Test
    void doublesPausesUpToTheLongestAndVariesThemByChance() {
        Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(60));

        for (int failures = 0; failures < 100; failures++) {
            Duration whole = Duration.ofSeconds(Math.min(60, 1L << Math.min(failures, 6)));
            assertThat(pauses.after(failures)).isBetween(whole.dividedBy(2), whole);
        }
    }
}
