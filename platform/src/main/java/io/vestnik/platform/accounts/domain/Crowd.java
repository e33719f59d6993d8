package io.vestnik.platform.accounts.domain;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The requests that come with one key. While more than {@value #AT_ONCE} a second are refused by its limits, every further one waits a
 * second; of those that wait there are at most {@value #WAITING}.
 */
final class Crowd {

    static final int AT_ONCE = 10;
    static final int WAITING = 64;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long second = System.nanoTime();
    private int refused;
    private int refusedBefore;
    private int waiting;

    /** One was refused, at this moment of {@link System#nanoTime()}. */
    synchronized void refused(long now) {
        look(now);
        refused++;
    }

    /** Whether it goes on asking though it is refused: in this second or in the one before. */
    synchronized boolean isPressing(long now) {
        look(now);
        return Math.max(refused, refusedBefore) > AT_ONCE;
    }

    /** Waits if it has to; false when too many wait already. */
    boolean awaitTurn() {
        long began = System.nanoTime();
        if (!isPressing(began)) {
            return true;
        }
        if (!queue()) {
            return false;
        }
        try {
            long left = SECOND;
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, left);
                left = SECOND - (System.nanoTime() - began);
            }
            return true;
        } finally {
            leave();
        }
    }

    synchronized boolean queue() {
        if (waiting >= WAITING) {
            return false;
        }
        waiting++;
        return true;
    }

    synchronized void leave() {
        waiting--;
    }

    private void look(long now) {
        long over = (now - second) / SECOND;
        if (over > 0) {
            refusedBefore = over == 1 ? refused : 0;
            refused = 0;
            second += over * SECOND;
        }
    }
}
