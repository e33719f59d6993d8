package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Outages;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Signals;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The other nodes: who accepts a message may not hold a bind of its route, so whoever does is told which lanes have news. A word
 * is a hint that wakes; what was not heard is found by the look that every node takes each second.
 */
@Component
class Neighbours implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
    private static final String CHANNEL = "vestnik_lanes";
    /** All lanes; said instead of a list that is longer than a word may be. */
    private static final String ALL = "*";

    private static final int MOST_NAMED = 500;
    private static final int PAUSE_MILLIS = 10;
    private static final int COUNT_MILLIS = 1_000;

    private final Leases leases;
    private final Signals signals;
    private final Semaphore news = new Semaphore(0);
    // Guarded by this.
    private Set<Integer> changed = new HashSet<>();
    private boolean all;

    private volatile int nodes = 1;
    private volatile boolean running;
    private volatile Thread teller = Thread.currentThread();

    Neighbours(Leases leases, Signals signals) {
        this.leases = leases;
        this.signals = signals;
    }

    /** How many nodes lived a second ago, with this one. */
    int nodes() {
        return nodes;
    }

    /** Whether no other node lives at this moment; while the database is away, whether none did when last asked. */
    boolean isAlone() {
        try {
            count();
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            log.info("How many nodes live could not be asked, {} did last: {}", nodes, e.toString());
        }
        return nodes == 1;
    }

    /** Hears which lanes of other nodes have news; nothing named means all of them. */
    void onNews(Consumer<Set<Integer>> hearer) {
        signals.listen(CHANNEL, word -> hearer.accept(lanes(word)));
    }

    private static Set<Integer> lanes(String word) {
        return word.equals(Signals.MISSED) || word.equals(ALL)
                ? Set.of()
                : Arrays.stream(word.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    }

    /** Something was queued in these lanes and is committed. */
    void tell(Iterable<Integer> lanes) {
        if (nodes > 1) {
            synchronized (this) {
                lanes.forEach(changed::add);
            }
            news.release();
        }
    }

    /** Lanes were stopped, or go on. */
    void tellAll() {
        if (nodes > 1) {
            synchronized (this) {
                all = true;
            }
            news.release();
        }
    }

    private synchronized String word() {
        String word = all || changed.size() > MOST_NAMED
                ? ALL
                : changed.stream().map(String::valueOf).collect(Collectors.joining(","));
        all = false;
        changed = new HashSet<>();
        return word;
    }

    @Override
    public void start() {
        running = true;
        count();
        teller = Thread.ofPlatform().daemon().name("neighbours").start(this::work);
    }

    private void work() {
        long counted = System.nanoTime();
        while (running) {
            try {
                if (news.tryAcquire(COUNT_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                    String word = word();
                    if (!word.isEmpty()) {
                        Pool.HOT.run(() -> signals.send(CHANNEL, word));
                    }
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // many commits, one word
                }
                if (System.nanoTime() - counted > TimeUnit.MILLISECONDS.toNanos(COUNT_MILLIS)) {
                    counted = System.nanoTime();
                    count();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!Outages.isOutage(e)) {
                    log.warn("Other nodes were not told of news, they look for themselves: {}", e.toString());
                }
            }
        }
    }

    private void count() {
        nodes = Pool.HOT.call(() -> Math.max(1, leases.living(Node.LEASES)));
    }

    @Override
    public void stop() {
        running = false;
        teller.interrupt();
        try {
            teller.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Once this node's own lease stands. */
    @Override
    public int getPhase() {
        return 50;
    }
}
