package io.vestnik.platform.channels.smpp;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double from the first to the most, each shortened by chance to between half and the whole, so that those who failed
 * together do not come back together.
 */
record Pauses(Duration first, Duration most) {
    /** Before connecting anew. */
    static final Pauses RECONNECTING = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(60));

    /** Before a message goes again that the network could not take. */
    static final Pauses RETRYING = new Pauses(Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** Of a connection that was told to slow down. */
    static final Pauses THROTTLED = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(5));

    /** The pause after that many failures before this one. */
    Duration after(int failures) {
        long doubled = failures >= 40 ? Long.MAX_VALUE : first.toNanos() << Math.max(0, failures);
        long nanos = doubled <= 0 || doubled > most.toNanos() ? most.toNanos() : doubled;
        return Duration.ofNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
    }
}
