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
    private boolean full;
    /** The time of a fact behind which more wait, or that could not be stored. */
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

    /** Whether there may be more at once than was read. */
    boolean isFull() {
        return full;
    }

    /** Reads on. */
    void read() {
        full = false;
        if (!Pool.BACKGROUND.call(own::isHeld)) {
            forget();
            late = null;
            return;
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
        full = batch.isFull();
        if (full) {
            late = batch.facts().getLast().at();
        }
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
        if (!full) {
            late = null;
        }
        if (!facts.isEmpty()) {
            subscriber.committed(facts);
        }
    }

    /** After a fault: it is late by what could not be stored, and looks again when the others have had their turn. */
    void failed() {
        if (late == null && !gathered.isEmpty()) {
            late = gathered.getFirst().at();
        }
        forget();
    }

    private boolean isDue() {
        Duration patience = gathered.isEmpty() ? PASSING : subscriber.patience();
        return gathered.size() >= MOST || System.nanoTime() - since >= patience.toNanos();
    }

    /** What was gathered is read again from where the cursor is. */
    private void forget() {
        stored = null;
        gathered = new ArrayList<>();
        full = false;
    }

    /** Leaves it to another node. */
    void release() {
        own.release();
    }
}
