package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads facts once for all subscribers that stand at the same place, also when there is nothing; for one thread. */
final class FactBatches {
    private final FactStore store;
    private final Transactions transactions;
    private @Nullable FactBatch last;

    FactBatches(FactStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    FactBatch after(FactCursors.Position position) {
        FactBatch batch = last;
        if (batch == null || !position.equals(batch.after())) {
            List<FactStore.Placed> placed =
                    transactions.call(Pool.BACKGROUND, () -> store.after(position, FactBatch.MOST));
            batch = new FactBatch(
                    position,
                    placed.isEmpty() ? position : placed.getLast().position(),
                    placed.stream().map(FactStore.Placed::fact).toList());
            last = batch;
        }
        return batch;
    }

    /** A new round begins: where there was nothing there may be something now. */
    void lookAgain() {
        if (last != null && last.facts().isEmpty()) {
            last = null;
        }
    }
}
