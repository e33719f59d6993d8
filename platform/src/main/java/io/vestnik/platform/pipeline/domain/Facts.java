package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final String STREAM = "pipeline.message_event";
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
    /** The batch read last and the place it begins after; only the reader touches them. */
    private List<FactStore.Placed> last = List.of();

    private FactCursors.Position lastPosition = FactCursors.Position.START;
    private volatile boolean running;
    private volatile double behind;
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

    /** How many seconds the reader is behind; 0 when it has caught up. */
    double behind() {
        return behind;
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

    private void read() {
        List<FactSubscriber> all = subscribers.orderedStream().toList();
        while (running) {
            boolean more = false;
            for (FactSubscriber subscriber : all) {
                try {
                    more |= handOut(subscriber) == BATCH;
                } catch (RuntimeException e) {
                    log.error("Subscriber {} could not take its facts; they come again", subscriber.name(), e);
                }
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

    private int handOut(FactSubscriber subscriber) {
        Lease own = owned.computeIfAbsent(subscriber.name(), name -> leases.lease(STREAM + "." + name));
        if (!Pool.BACKGROUND.call(own::isHeld)) {
            return 0;
        }
        List<MessageFact> taken = transactions.call(Pool.BACKGROUND, () -> {
            FactCursors.Position position = cursors.lock(STREAM, subscriber.name());
            List<FactStore.Placed> placed = read(position);
            if (placed.isEmpty()) {
                return List.<MessageFact>of();
            }
            List<MessageFact> facts =
                    placed.stream().map(FactStore.Placed::fact).toList();
            subscriber.take(facts);
            cursors.move(STREAM, subscriber.name(), placed.getLast().position());
            return facts;
        });
        if (!taken.isEmpty()) {
            subscriber.committed(taken);
        }
        behind = taken.size() < BATCH
                ? 0
                : Duration.between(taken.getLast().at(), clock.instant()).toMillis() / 1_000.0;
        return taken.size();
    }

    /** Subscribers that stand at the same place are given the same batch: it is read once. */
    private List<FactStore.Placed> read(FactCursors.Position position) {
        if (!position.equals(lastPosition) || last.isEmpty()) {
            last = store.after(position, BATCH);
            lastPosition = position;
        }
        return last;
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
