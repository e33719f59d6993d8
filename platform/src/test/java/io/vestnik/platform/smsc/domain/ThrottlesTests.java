package io.vestnik.platform.smsc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Batcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class ThrottlesTests {
    private static final AccountId SHOP = new AccountId(7);

    private final Turned clock = new Turned();
    private final Throttles throttles = new Throttles(new SmscSettings(true), clock);

    /** A clock that a test turns. */
    private static final class Turned extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void refusesTheSameAgainWithinAMinuteOfOneAccountOnly() {
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
        assertThat(throttles.pass(SHOP, "send a", 1)).isFalse();
        assertThat(throttles.pass(SHOP, "send b", 1)).isTrue();
        assertThat(throttles.pass(new AccountId(8), "send a", 1)).isTrue();
        clock.now = clock.now.plus(Duration.ofSeconds(60));
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
    }

    @Test
    void letsWhatCameToNothingComeAgain() {
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
        throttles.forget(SHOP, "send a");
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
    }

    @Test
    void letsComeAgainWhatWasNotStored() {
        for (RuntimeException failure : List.of(
                new CompletionException(new Batcher.Full("messages")),
                new DataAccessResourceFailureException("away"))) {
            assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
            throttles.broke(SHOP, "send a", failure);
        }
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
        throttles.broke(SHOP, "send a", new IllegalStateException("a bug"));
        assertThat(throttles.pass(SHOP, "send a", 1)).isFalse();
    }

    @Test
    void keepsForTenMinutesWhatMayStillBeStored() {
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
        throttles.broke(SHOP, "send a", new Unanswered(new TimeoutException()));
        clock.now = clock.now.plus(Duration.ofSeconds(599));
        assertThat(throttles.pass(SHOP, "send a", 1)).isFalse();
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        assertThat(throttles.pass(SHOP, "send a", 1)).isTrue();
    }

    @Test
    void refusesTheFifteenthRequestAtOnce() {
        for (int i = 1; i < 15; i++) {
            assertThat(throttles.enter(SHOP)).isTrue();
        }
        assertThat(throttles.enter(SHOP)).isFalse();
        throttles.leave(SHOP);
        assertThat(throttles.enter(SHOP)).isTrue();
    }

    @Test
    void refusesNothingWhereThatIsSwitchedOff() {
        Throttles off = new Throttles(new SmscSettings(false), clock);
        for (int i = 0; i < 20; i++) {
            assertThat(off.enter(SHOP)).isTrue();
            assertThat(off.pass(SHOP, "send a", 1)).isTrue();
        }
    }

    @Test
    void stillKnowsTheNewestWhenTooManyDifferentOnesCame() {
        for (int i = 0; i < 150_000; i++) {
            throttles.pass(SHOP, "send " + i, 1);
        }
        assertThat(throttles.pass(SHOP, "send 149999", 1)).isFalse();
        assertThat(throttles.pass(SHOP, "send 99999", 1)).isFalse();
    }
}
