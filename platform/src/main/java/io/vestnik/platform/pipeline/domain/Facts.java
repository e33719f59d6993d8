package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
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
    static final String STREAM = "pipeline.message_event";
    private static final int BATCH = 5_000;
    /** Facts of other nodes, and those behind a transaction that still ran, wait at most this long. */
    private static final long POLL_MILLIS = 100;

    private final FactStore store;
    private final FactCursors cursors;
    private final Transactions transactions;
    private final ObjectProvider<FactSubscriber> subscribers;
    private final Leases leases;
    private final Semaphore news = new Semaphore(0);
    private final Clock clock;
    /** Each subscriber belongs to one node, which keeps it while it lives. */
    private final Map<String, Lease> owned = new ConcurrentHashMap<>();
    /** What was read last, the same round if it was nothing; only the reader touches it. */
    private @Nullable Batch last;

    /** What subscribers have begun with before their turn. */
    private final Map<String, Batch> begun = new ConcurrentHashMap<>();

    private volatile boolean running;
    /** Seconds that each subscriber is behind. */
    private final Map<String, Double> behind = new ConcurrentHashMap<>();

    private volatile Thread reader = Thread.currentThread();

    Facts(
            FactStore store,
            Turns turns,
            Transactions transactions,
            ObjectProvider<FactSubscriber> subscribers,
            Clock clock) {
        this.clock = clock;
        this.store = store;
        this.cursors = turns.cursors();
        this.transactions = transactions;
        this.leases = turns.leases();
        this.subscribers = subscribers;
    }

    /** Whose turn it is, and where each stands. */
    @Component
    record Turns(FactCursors cursors, Leases leases) {}

    /** How many seconds the slowest subscriber of this node is behind; 0 when all have caught up. */
    double behind() {
        return behind.values().stream().mapToDouble(it -> it).max().orElse(0);
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

    /** Some facts and the places they lie between. */
    private record Batch(
            FactCursors.Position after,
            FactCursors.Position upTo,
            List<MessageFact> facts,
            List<MessageFact> moves,
            Instant last) {
        Batch(FactCursors.Position after, FactCursors.Position upTo, List<MessageFact> facts) {
            this(
                    after,
                    upTo,
                    facts,
                    facts.stream().allMatch(fact -> fact.mark() == null)
                            ? facts
                            : facts.stream().filter(fact -> fact.mark() == null).toList(),
                    facts.isEmpty() ? Instant.EPOCH : facts.getLast().at());
        }

        /** Those that this one wants to hear of. */
        List<MessageFact> to(FactSubscriber subscriber) {
            return subscriber.marks() ? facts : moves;
        }
    }

    private void read() {
        List<FactSubscriber> all = subscribers
                .orderedStream()
                .sorted(Comparator.comparing(FactSubscriber::begins))
                .toList();
        List<FactSubscriber> beginning =
                all.stream().filter(FactSubscriber::begins).toList();
        while (running) {
            if (last != null && last.facts().isEmpty()) {
                last = null; // there may be something now
            }
            beginning.forEach(subscriber -> orTell(subscriber, () -> begin(subscriber)));
            boolean more = false;
            for (FactSubscriber subscriber : all) {
                more |= orTell(subscriber, () -> handOut(subscriber)) == BATCH;
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

    private static int orTell(FactSubscriber subscriber, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (RuntimeException e) {
            faults.failed("Handing facts to " + subscriber.name(), e);
            return 0;
        }
    }

    private boolean owns(FactSubscriber subscriber) {
        Lease own = owned.computeIfAbsent(subscriber.name(), name -> leases.lease(STREAM + "." + name));
        return Pool.BACKGROUND.call(own::isHeld);
    }

    /** Lets the subscriber begin with what it takes later in this turn, while the others take theirs. */
    private int begin(FactSubscriber subscriber) {
        begun.remove(subscriber.name());
        if (!owns(subscriber)) {
            return 0;
        }
        Batch batch = transactions.call(Pool.BACKGROUND, () -> read(cursors.lock(STREAM, subscriber.name())));
        if (!batch.facts().isEmpty()) {
            begun.put(subscriber.name(), batch);
            subscriber.begin(batch.to(subscriber));
        }
        return batch.facts().size();
    }

    private int handOut(FactSubscriber subscriber) {
        Batch early = begun.get(subscriber.name());
        if (!owns(subscriber)) {
            behind.remove(subscriber.name()); // another node tells
            return 0;
        }
        if (subscriber.begins() && early == null) {
            return 0;
        }
        if (early != null) {
            subscriber.settle();
        }
        Batch taken = transactions.call(Pool.BACKGROUND, () -> {
            FactCursors.Position position = cursors.lock(STREAM, subscriber.name());
            Batch batch = early != null && early.after().equals(position) ? early : read(position);
            if (!batch.facts().isEmpty()) {
                subscriber.take(batch.to(subscriber));
                cursors.move(STREAM, subscriber.name(), batch.upTo());
            }
            return batch;
        });
        if (!taken.facts().isEmpty()) {
            subscriber.committed(taken.to(subscriber));
        }
        behind.put(subscriber.name(), taken.facts().size() < BATCH ? 0 : secondsSince(taken.last()));
        return taken.facts().size();
    }

    private double secondsSince(Instant then) {
        return Duration.between(then, clock.instant()).toMillis() / 1_000.0;
    }

    /** Subscribers that stand at the same place are given the same batch: it is read once, also when there is nothing. */
    private Batch read(FactCursors.Position position) {
        Batch batch = last;
        if (batch == null || !position.equals(batch.after())) {
            List<FactStore.Placed> placed = store.after(position, BATCH);
            batch = new Batch(
                    position,
                    placed.isEmpty() ? position : placed.getLast().position(),
                    placed.stream().map(FactStore.Placed::fact).toList());
            last = batch;
        }
        return batch;
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
        Pool.BACKGROUND.run(() -> owned.values().forEach(Lease::release));
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
