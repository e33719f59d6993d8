package io.vestnik.platform.pipeline.domain;

import java.util.concurrent.TimeUnit;

/**
 * Lets no more than so many an hour go, evenly: what was not used is not saved up, but for a second. Moments are those of
 * {@link System#nanoTime}. One thread takes; any may set the rate.
 */
final class Throttle {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private volatile double perHour;
    private volatile long next;

    /** Begins without a limit. */
    Throttle(long now) {
        next = now;
    }

    /** So many an hour from now on; 0 for any number. */
    void set(double rate, long now) {
        if (rate != perHour) {
            perHour = rate;
            next = now;
        }
    }

    /** Whether none may go now. */
    boolean rests(long now) {
        return perHour > 0 && next - now > 0;
    }

    /** How many may go now where there is room for so many; at least one, where it does not rest. */
    int take(int room, long now) {
        double rate = perHour;
        if (rate <= 0) {
            return room;
        }
        int count = Math.min(room, Math.max(1, (int) (rate * SECOND / HOUR)));
        long from = next - (now - SECOND) < 0 ? now - SECOND : next;
        next = from + (long) (HOUR / rate * count);
        return count;
    }
}
