package io.vestnik.platform.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: takes what gathered while the previous write ran and writes it at once; it never waits by the clock.
 * When a write fails it is halved until the broken item stands alone, so that one caller's fault is that caller's only;
 * when the database is away all of its callers learn of it at once.
 *
 * @param <T> what is written
 * @param <R> what the caller learns of it
 */
public final class Batcher<T, R> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Batcher.class);
    private static final FaultLog faults = new FaultLog(log);

    /** How much the newest write counts among those before. */
    private static final double NEWEST_SHARE = 0.2;

    private static final long CLOSING_PAUSE_NANOS = 1_000_000;

    private final String name;
    private final int most;
    private final int capacity;
    private final ToIntFunction<T> weight;
    private final Function<List<T>, List<R>> write;
    private final LinkedBlockingQueue<Entry<T, R>> entries = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread worker;
    private volatile boolean closed;
    private volatile long mostNanos = Long.MAX_VALUE;
    /** What one item costs to write, lately; 0 before the first. */
    private volatile double nanosAnItem;

    /**
     * Starts the worker.
     *
     * @param most items of one write
     * @param capacity items that may wait; what comes beyond is refused with {@link Full}
     * @param write stores all of the items in one transaction, or none and throws; answers in their order
     */
    public Batcher(String name, int most, int capacity, Function<List<T>, List<R>> write) {
        this(name, most, capacity, _ -> 1, write);
    }

    /**
     * As the other, for items that weigh more than one: an item is written whole or not at all, whatever it weighs.
     *
     * @param weight of an item; at least 1
     */
    public Batcher(String name, int most, int capacity, ToIntFunction<T> weight, Function<List<T>, List<R>> write) {
        this.weight = weight;
        this.name = name;
        this.most = most;
        this.capacity = capacity;
        this.write = write;
        this.worker = Thread.ofPlatform().name("batcher-" + name).start(this::work);
    }

    /** Refuses what would wait longer than this, by what writing costed lately; a write or two may always wait. */
    public Batcher<T, R> waitingAtMost(Duration time) {
        mostNanos = time.toNanos();
        return this;
    }

    /** The store does not keep up: ask again later. */
    public static final class Full extends RuntimeException {
        /** Says for what too much is waiting. */
        public Full(String name) {
            super("Too much is waiting for " + name, null, false, false);
        }
    }

    /** Items that were given and are not yet written. */
    public int waiting() {
        return waiting.get();
    }

    /** Whether an item that came now would be refused with {@link Full}. */
    public boolean isFull() {
        return closed || isTooMuch(waiting.get());
    }

    /** Writes the item; the future completes after the commit. */
    public CompletableFuture<R> submit(T item) {
        return submitAll(List.of(item)).thenApply(List::getFirst);
    }

    /** Writes the items, in order, perhaps in several transactions; the future completes after the last commit. */
    public CompletableFuture<List<R>> submitAll(List<T> items) {
        Entry<T, R> entry = new Entry<>(items);
        if (items.isEmpty()) {
            entry.done.complete(List.of());
            return entry.done;
        }
        int weighs = weight(items);
        int before = waiting.getAndAdd(weighs);
        if (closed || isTooMuch(before)) {
            waiting.addAndGet(-weighs);
            entry.done.completeExceptionally(new Full(name));
            return entry.done;
        }
        entries.add(entry);
        return entry.done;
    }

    private boolean isTooMuch(int before) {
        return before > capacity || (before > 2 * most && before * nanosAnItem > mostNanos);
    }

    private void work() {
        List<Slot<T, R>> slots = new ArrayList<>(most);
        try {
            while (!closed || !entries.isEmpty()) {
                gather(entries.take(), slots);
                writeInTurn(slots);
                slots.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseTheRest();
    }

    private int weight(List<T> items) {
        int sum = 0;
        for (T item : items) {
            sum += weight.applyAsInt(item);
        }
        return sum;
    }

    private void writeInTurn(List<Slot<T, R>> slots) {
        int from = 0;
        int weighs = 0;
        for (int i = 0; i < slots.size(); i++) {
            int next = weight.applyAsInt(slots.get(i).item());
            if (i > from && weighs + next > most) {
                write(slots.subList(from, i));
                waiting.addAndGet(-weighs);
                from = i;
                weighs = 0;
            }
            weighs += next;
        }
        write(slots.subList(from, slots.size()));
        waiting.addAndGet(-weighs);
    }

    private void gather(Entry<T, R> first, List<Slot<T, R>> slots) {
        Entry<T, R> entry = first;
        int weighs = 0;
        while (true) {
            for (int i = 0; i < entry.items.size(); i++) {
                slots.add(new Slot<>(entry, i));
            }
            weighs += weight(entry.items);
            Entry<T, R> following = weighs >= most ? null : entries.poll();
            if (following == null) {
                return;
            }
            entry = following;
        }
    }

    private void write(List<Slot<T, R>> slots) {
        List<T> items = slots.stream().map(Slot::item).toList();
        long started = System.nanoTime();
        try {
            List<R> results = write.apply(items);
            double cost = (double) (System.nanoTime() - started) / weight(items);
            nanosAnItem = nanosAnItem == 0 ? cost : nanosAnItem + (cost - nanosAnItem) * NEWEST_SHARE;
            if (results.size() != items.size()) {
                throw new IllegalStateException(results.size() + " results for " + items.size() + " items");
            }
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).entry.complete(slots.get(i).index, results.get(i));
            }
        } catch (RuntimeException e) {
            if (slots.size() == 1 || Outages.isOutage(e)) {
                faults.failed("Batcher " + name, e);
                slots.forEach(slot -> slot.entry.done.completeExceptionally(e));
                return;
            }
            int half = slots.size() / 2;
            write(slots.subList(0, half));
            write(slots.subList(half, slots.size()));
        }
    }

    private void refuseTheRest() {
        for (Entry<T, R> left = entries.poll(); left != null; left = entries.poll()) {
            left.done.completeExceptionally(new Full(name));
        }
    }

    /** Writes what was given, then stops. */
    @Override
    public void close() {
        closed = true;
        while (worker.isAlive() && !entries.isEmpty()) {
            LockSupport.parkNanos(CLOSING_PAUSE_NANOS);
        }
        worker.interrupt();
        try {
            worker.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Slot<T, R>(Entry<T, R> entry, int index) {
        T item() {
            return entry.items.get(index);
        }
    }

    private static final class Entry<T, R> {
        private final List<T> items;
        private final @Nullable Object[] results;
        private final CompletableFuture<List<R>> done = new CompletableFuture<>();
        private int left;

        Entry(List<T> items) {
            this.items = items;
            this.results = new Object[items.size()];
            this.left = items.size();
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // every place is filled when the last one is
        void complete(int index, R result) {
            results[index] = result;
            left--;
            if (left == 0) {
                done.complete((List<R>) List.of(results));
            }
        }
    }
}
