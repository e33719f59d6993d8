package io.vestnik.platform.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
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
        assertThat(outlet.next(START + 499 * MILLI)).isEmpty();
        assertThat(outlet.alarm(START + 499 * MILLI)).isEqualTo(MILLI);
        assertThat(outlet.alarm(START + 499 * MILLI)).as("asked once").isZero();
        outlet.rang();
        assertThat(outlet.next(START + 500 * MILLI)).hasSize(2);
    }

    @Test
    void waitsNoLongerOnceTheyAreAll() {
        put(START);
        put(START);
        assertThat(outlet.next(START)).isEmpty();
        put(START);
        assertThat(outlet.next(START)).hasSize(3);
        assertThat(outlet.alarm(START)).isZero();
    }

    @Test
    void waitsForNothingWhileARequestIsOnItsWayAndAfreshAfterIt() {
        put(START);
        put(START);
        put(START);
        var together = outlet.next(START);
        put(START + MILLI);
        assertThat(outlet.next(START + MILLI)).isEmpty();
        assertThat(outlet.alarm(START + MILLI)).as("the answer comes first").isZero();
        outlet.ended(together, new Fate.Taken(204, 1, null), NOW);
        assertThat(outlet.next(START + 2 * MILLI)).isEmpty();
        assertThat(outlet.alarm(START + 2 * MILLI)).isEqualTo(499 * MILLI);
    }

    @Test
    void doesNotWaitWhereNobodyAskedForIt() {
        outlet.take(3, 0);
        put(START);
        assertThat(outlet.next(START)).hasSize(1);
    }

    @Test
    void triesAnEndpointThatFailsWithoutWaiting() {
        for (int i = 0; i < 5; i++) {
            put(START);
            outlet.ended(outlet.next(START + 500 * MILLI), new Fate.Failed("timeout", 1), NOW);
        }
        assertThat(outlet.put(parcel(START), NOW.plusSeconds(60))).isTrue();
        assertThat(outlet.next(START)).hasSize(1);
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
