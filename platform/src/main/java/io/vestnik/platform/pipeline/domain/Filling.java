package io.vestnik.platform.pipeline.domain;

import java.util.concurrent.TimeUnit;

/**
 * A campaign into which something was queued a moment ago is still being queued, and sends little meanwhile. Both want the
 * same machine: what is queued first is safe, can be counted, paused and sent by every node, and the last receipt comes no
 * later. Moments are those of {@link System#nanoTime}.
 */
final class Filling {
    static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(250);
    static final long REST = TimeUnit.MILLISECONDS.toNanos(100);
    /** Messages between two rests. */
    static final int LITTLE = 200;

    private volatile long queuedAt;
    private volatile long restsUntil;

    Filling(long now) {
        queuedAt = now - MOMENT;
        restsUntil = now;
    }

    void queued(long now) {
        queuedAt = now;
    }

    /** How many may be taken now where there is room for so many; a rest follows if it is still being queued. */
    int take(int room, long now) {
        if (now - queuedAt >= MOMENT) {
            return room;
        }
        restsUntil = now + REST;
        return Math.min(room, LITTLE);
    }

    boolean rests(long now) {
        return restsUntil - now > 0;
    }
}
