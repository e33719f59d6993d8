package io.vestnik.platform.channels.smpp;

import java.time.Duration;

/**
 * Slows one connection down that the network called too fast: it rests, longer each time, and forgets while it is left alone.
 * Times are of {@link System#nanoTime}. Not for several threads at a time.
 */
final class Throttle {
    private static final long FORGETS_NANOS = Duration.ofSeconds(2).toNanos();

    private int hits;
    private boolean resting;
    private long until;

    /** The network complained; returns how long the connection rests from now on. */
    Duration hit(long now) {
        if (!isResting(now)) {
            long quiet = Math.max(0, now - until) / FORGETS_NANOS;
            hits = quiet >= hits ? 0 : hits - (int) quiet;
            until = now + Pauses.THROTTLED.after(hits).toNanos();
            hits++;
            resting = true;
        }
        return Duration.ofNanos(until - now);
    }

    boolean isResting(long now) {
        resting = resting && until - now > 0;
        return resting;
    }

    /** Nanoseconds that are left of the rest, 0 if there is none. */
    long left(long now) {
        return isResting(now) ? until - now : 0;
    }
}
