package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutletTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final long START = 7_000_000_000L;
    private static final long MILLI = 1_000_000;

    private final Outlet outlet = new Outlet(3, 500);

    @Test
    void waitsUntilTheFirstEventHasWaitedLongEnough() {
        put(START);
        put(START + 499 * MILLI);
        assertThat(outlet.next(START + 499 * MILLI)).isEqualTo(waiting(MILLI));
        assertThat(outlet.next(START + 499 * MILLI)).as("asked once").isEqualTo(waiting(0));
        outlet.rang();
        assertThat(outlet.next(START + 500 * MILLI).together()).hasSize(2);
    }

    @Test
    void whoFindsNothingToSendYetIsAlwaysToldWhenToComeBack() {
        put(START);
        Outlet.Turn before = outlet.next(START + 500 * MILLI - 1);
        assertThat(before).isEqualTo(waiting(1));
        assertThat(outlet.next(START + 500 * MILLI).together())
                .as("a moment later, before the alarm")
                .hasSize(1);
    }

    @Test
    void waitsNoLongerOnceTheyAreAll() {
        put(START);
        put(START);
        assertThat(outlet.next(START)).isEqualTo(waiting(500 * MILLI));
        put(START);
        assertThat(outlet.next(START).together()).hasSize(3);
        assertThat(outlet.next(START)).isEqualTo(waiting(0));
    }

    @Test
    void waitsForNothingWhileARequestIsOnItsWayAndAfreshAfterIt() {
        put(START);
        put(START);
        put(START);
        List<Parcel> together = outlet.next(START).together();
        put(START + MILLI);
        assertThat(outlet.next(START + MILLI)).as("the answer comes first").isEqualTo(waiting(0));
        outlet.ended(together, new Fate.Taken(204, 1, null), NOW);
        assertThat(outlet.next(START + 2 * MILLI)).isEqualTo(waiting(499 * MILLI));
    }

    @Test
    void doesNotWaitWhereNobodyAskedForIt() {
        outlet.take(3, 0);
        put(START);
        assertThat(outlet.next(START).together()).hasSize(1);
    }

    @Test
    void triesAnEndpointThatFailsWithoutWaiting() {
        for (int i = 0; i < 5; i++) {
            put(START);
            outlet.ended(outlet.next(START + 500 * MILLI).together(), new Fate.Failed("timeout", 1), NOW);
        }
        assertThat(outlet.put(parcel(START), NOW.plusSeconds(60))).isTrue();
        assertThat(outlet.next(START).together()).hasSize(1);
    }

    @Test
    void isForgottenSomeMinutesAfterItsLastFailure() {
        assertThat(outlet.idle(NOW, false)).as("nothing to be remembered").isTrue();
        put(START);
        assertThat(outlet.idle(NOW, true)).as("something is on its way").isFalse();
        outlet.ended(outlet.next(START + 500 * MILLI).together(), new Fate.Failed("timeout", 1), NOW);
        assertThat(outlet.idle(NOW.plusSeconds(599), false)).isFalse();
        assertThat(outlet.idle(NOW.plusSeconds(601), false)).isTrue();
        assertThat(outlet.idle(NOW, true)).as("there are too many").isTrue();
    }

    @Test
    void isForgottenNoSoonerThanSomeMinutesAfterItsReceiverMayBeAsked() {
        outlet.as(1);
        askToWait(Duration.ofHours(3));
        assertThat(outlet.room(NOW.plusSeconds(3_600))).isZero();
        assertThat(outlet.idle(NOW.plus(Duration.ofHours(3)), false)).isFalse();
        assertThat(outlet.idle(NOW.plus(Duration.ofHours(3)).plusSeconds(601), false))
                .isTrue();
    }

    @Test
    void triesAnEndpointThatWasChangedWhateverItsReceiverAskedFor() {
        outlet.as(1);
        askToWait(Duration.ofHours(3));
        outlet.as(1);
        assertThat(outlet.room(NOW)).isZero();
        outlet.as(2);
        assertThat(outlet.room(NOW)).isPositive();
    }

    private void askToWait(Duration wish) {
        put(START);
        outlet.ended(outlet.next(START + 500 * MILLI).together(), new Fate.Failed(503, "answer", 1, wish, null), NOW);
    }

    /** A turn with nothing to send, and somebody who has to come back in so long. */
    private static Outlet.Turn waiting(long nanos) {
        return new Outlet.Turn(List.of(), nanos);
    }

    private void put(long takenAt) {
        assertThat(outlet.put(parcel(takenAt), NOW)).isTrue();
    }

    private static Parcel parcel(long takenAt) {
        Event event = Event.of(new Event.News("balance.low", "{}"), 7, NOW);
        Callback callback = new Callback(1, new AccountId(1), "e1", "https://shop.example/hook", event);
        return new Parcel(0, callback, 0, NOW, takenAt, new CompletableFuture<>());
    }
}
