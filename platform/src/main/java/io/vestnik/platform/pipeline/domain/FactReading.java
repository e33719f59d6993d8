package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscriber has come on the node to which it belongs: what it wants is gathered, and what follows is stored together with
 * its cursor. What was gathered and not stored is read again after a fault, by this node or another.
 */
final class FactReading {
    static final String STREAM = "pipeline.message_event";

    /** Whatever its patience, it is given no more at once. */
    private static final int MOST = 20_000;
    /** A cursor that only passes over what nobody wants is moved so often. */
    private static final Duration PASSING = Duration.ofSeconds(1);

    private final FactSubscriber subscriber;
    private final Lease own;
    private final FactBatches batches;
    private final FactCursors cursors;
    private final Transactions transactions;

    /** Where its cursor is; null until that is known. */
    private FactCursors.@Nullable Position stored;

    private FactCursors.Position read = FactCursors.Position.START;
    private List<MessageFact> gathered = new ArrayList<>();
    private long since;
    /** The time of the last fact of a full batch: more wait behind it. */
    private volatile @Nullable Instant late;

    FactReading(
            FactSubscriber subscriber, Lease own, FactBatches batches, FactCursors cursors, Transactions transactions) {
        this.subscriber = subscriber;
        this.own = own;
        this.batches = batches;
        this.cursors = cursors;
        this.transactions = transactions;
    }

    FactSubscriber subscriber() {
        return subscriber;
    }

    /** How far it is behind; null when it has caught up, or another node tells. */
    @Nullable
    Instant late() {
        return late;
    }

    /** Reads on; whether more may follow at once. */
    boolean read() {
        if (!Pool.BACKGROUND.call(own::isHeld)) {
            forget();
            return false;
        }
        if (stored == null) {
            stored = read = transactions.call(Pool.BACKGROUND, () -> cursors.lock(STREAM, subscriber.name()));
        }
        FactBatch batch = batches.after(read);
        if (!batch.facts().isEmpty()) {
            if (read.equals(stored)) {
                since = System.nanoTime();
            }
            batch.facts().stream().filter(subscriber::wants).forEach(gathered::add);
            read = batch.upTo();
            if (subscriber.begins() && !gathered.isEmpty()) {
                subscriber.begin(gathered);
            }
        }
        late = batch.isFull() ? batch.facts().getLast().at() : null;
        return batch.isFull();
    }

    /** Stores what follows from what was gathered, when it is time. */
    void store() {
        FactCursors.Position from = stored;
        if (from == null || read.equals(from) || !isDue()) {
            return;
        }
        List<MessageFact> facts = gathered;
        if (subscriber.begins()) {
            subscriber.settle();
        }
        boolean done = transactions.call(Pool.BACKGROUND, () -> {
            if (!cursors.lock(STREAM, subscriber.name()).equals(from)) {
                return false;
            }
            if (!facts.isEmpty()) {
                subscriber.take(facts);
            }
            cursors.move(STREAM, subscriber.name(), read);
            return true;
        });
        if (!done) {
            forget(); // somebody moved the cursor
            return;
        }
        stored = read;
        gathered = new ArrayList<>();
        if (!facts.isEmpty()) {
            subscriber.committed(facts);
        }
    }

    private boolean isDue() {
        Duration patience = gathered.isEmpty() ? PASSING : subscriber.patience();
        return gathered.size() >= MOST || System.nanoTime() - since >= patience.toNanos();
    }

    /** What was gathered is read again from where the cursor is. */
    void forget() {
        stored = null;
        gathered = new ArrayList<>();
        late = null;
    }

    /** Leaves it to another node. */
    void release() {
        own.release();
    }
}
