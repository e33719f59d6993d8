package io.vestnik.platform.channels.smpp;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts messages that have no outcome yet, and lets one wait for none. */
final class Outstanding {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int count;

    void add(int more) {
        lock.lock();
        try {
            count += more;
            if (count == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is none; false if the time ran out first. */
    boolean awaitNone(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (count > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
            return count == 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return count() + " outstanding";
    }
}
