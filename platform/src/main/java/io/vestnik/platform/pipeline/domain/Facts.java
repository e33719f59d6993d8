package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands facts to their subscribers, each with its own cursor, in the transaction that stores its effects. */
@Component
class Facts implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Facts.class);
    private static final FaultLog faults = new FaultLog(log);
    static final String STREAM = FactReading.STREAM;
    /** Facts of other nodes, and those behind a transaction that still ran, wait at most this long. */
    private static final long POLL_MILLIS = 100;

    private final FactStore store;
    private final Turns turns;
    private final Transactions transactions;
    private final ObjectProvider<FactSubscriber> subscribers;
    private final Semaphore news = new Semaphore(0);
    private final Clock clock;

    private volatile boolean running;
    private volatile List<FactReading> readings = List.of();
    private volatile Thread reader = Thread.currentThread();

    Facts(
            FactStore store,
            Turns turns,
            Transactions transactions,
            ObjectProvider<FactSubscriber> subscribers,
            Clock clock) {
        this.clock = clock;
        this.store = store;
        this.turns = turns;
        this.transactions = transactions;
        this.subscribers = subscribers;
    }

    /** Whose turn it is, and where each stands. */
    @Component
    record Turns(FactCursors cursors, Leases leases) {}

    /** How many seconds the slowest subscriber of this node is behind; 0 when all have caught up. */
    double behind() {
        Instant now = clock.instant();
        return readings.stream()
                .map(FactReading::late)
                .filter(Objects::nonNull)
                .mapToDouble(late -> Duration.between(late, now).toMillis() / 1_000.0)
                .max()
                .orElse(0);
    }

    /** Facts were written by the transaction around this call: the reader looks once it has committed. */
    void written() {
        transactions.afterCommit(() -> {
            if (news.availablePermits() == 0) {
                news.release();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        reader = Thread.ofPlatform().name("facts").start(this::read);
    }

    /** Each subscriber belongs to one node, which keeps it while it lives; whoever begins early stores what follows last. */
    private List<FactReading> readings(FactBatches batches) {
        return subscribers
                .orderedStream()
                .sorted(Comparator.comparing(FactSubscriber::begins))
                .map(subscriber -> new FactReading(
                        subscriber,
                        turns.leases().lease(STREAM + "." + subscriber.name()),
                        batches,
                        turns.cursors(),
                        transactions))
                .toList();
    }

    private void read() {
        FactBatches batches = new FactBatches(store, transactions);
        List<FactReading> all = readings(batches);
        readings = all;
        List<FactReading> beginning =
                all.stream().filter(it -> it.subscriber().begins()).toList();
        while (running) {
            batches.lookAgain();
            beginning.forEach(reading -> orTell(reading, reading::read));
            boolean more = false;
            for (FactReading reading : all) {
                orTell(reading, () -> turn(reading));
                more |= reading.isFull();
            }
            try {
                if (!more && news.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void turn(FactReading reading) {
        if (!reading.subscriber().begins()) {
            reading.read();
        }
        reading.store();
    }

    private static void orTell(FactReading reading, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            faults.failed("Handing facts to " + reading.subscriber().name(), e);
            reading.failed();
        }
    }

    @Override
    public void stop() {
        running = false;
        reader.interrupt();
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Pool.BACKGROUND.run(() -> readings.forEach(FactReading::release));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 500;
    }
}
