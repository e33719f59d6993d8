package io.vestnik.platform.channels.smpp;

import java.time.Duration;

/**
 * How fast one connection may go when the network complains of haste. Each complaint halves what may be in flight, and gives the
 * connection a rest, which grows as long as nothing is taken; every window that is taken widens it by one. So it finds the
 * network's rate whether that is counted by the second or by the answer. Times are of {@link System#nanoTime}. Not for several
 * threads at a time.
 */
final class Pace {
    private final int window;
    private double width;
    private int hits;
    private boolean resting;
    private long until;

    /** The pace of a connection that may have this many parts in flight. */
    Pace(int window) {
        this.window = window;
        this.width = window;
    }

    /** How many parts may be in flight, 1 to the window. */
    int width() {
        return (int) width;
    }

    /** The network took so many parts. */
    void accepted(int parts) {
        if (parts > 0) {
            hits = 0;
            width = Math.min(window, width + parts / width);
        }
    }

    /** The network complained; returns how long the connection still rests. */
    Duration hit(long now) {
        // What was in flight together is refused together: that is one complaint.
        if (!isResting(now)) {
            width = Math.max(1, width / 2);
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
