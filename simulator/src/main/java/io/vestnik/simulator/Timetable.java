package io.vestnik.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps things until they are due, in buckets of some milliseconds sorted by time, and hands each bucket out whole.
 *
 * @param <T> what is kept
 */
final class Timetable<T> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timetable.class.getName());
    private static final long BUCKET_MILLIS = 5;
    private static final long LOOKS_EACH_MILLIS = 1_000;

    private final Clock clock;
    private final Consumer<List<T>> due;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private final TreeMap<Long, List<T>> buckets = new TreeMap<>();
    private boolean closed;

    Timetable(Clock clock, Consumer<List<T>> due) {
        this.clock = clock;
        this.due = due;
        this.thread = Thread.ofPlatform().name("timetable").daemon().start(this::work);
    }

    /** Keeps it until this moment, in epoch milliseconds. */
    void add(long at, T item) {
        lock.lock();
        try {
            put(at, item);
        } finally {
            lock.unlock();
        }
    }

    /** One with its moment. */
    record Entry<T>(long at, T item) {}

    void addAll(List<Entry<T>> entries) {
        lock.lock();
        try {
            entries.forEach(entry -> put(entry.at(), entry.item()));
        } finally {
            lock.unlock();
        }
    }

    private void put(long at, T item) {
        long bucket = Math.ceilDiv(at, BUCKET_MILLIS);
        boolean isFirst = buckets.isEmpty() || bucket < buckets.firstKey();
        buckets.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(item);
        if (isFirst) {
            earlier.signal();
        }
    }

    private void work() {
        try {
            for (List<T> items = next(); !items.isEmpty(); items = next()) {
                hand(items);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(List<T> items) {
        try {
            due.accept(items);
        } catch (RuntimeException e) {
            // A fault of one batch must not stop the time of all others.
            LOG.log(System.Logger.Level.ERROR, "What was due could not be done", e);
        }
    }

    /** Waits for what is due; nothing once it is closed. */
    private List<T> next() throws InterruptedException {
        List<T> items = new ArrayList<>();
        lock.lock();
        try {
            while (!closed && items.isEmpty()) {
                long now = clock.millis();
                long last = now / BUCKET_MILLIS;
                while (!buckets.isEmpty() && buckets.firstKey() <= last) {
                    items.addAll(buckets.pollFirstEntry().getValue());
                }
                if (items.isEmpty()) {
                    long wait = buckets.isEmpty() ? LOOKS_EACH_MILLIS : buckets.firstKey() * BUCKET_MILLIS - now;
                    boolean _ = earlier.await(Math.clamp(wait, 1, LOOKS_EACH_MILLIS), TimeUnit.MILLISECONDS);
                }
            }
            return items;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            earlier.signal();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }
}
