package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Matches receipts that found no message when they came: with answers stored since, then with doubts. It walks through them
 * in the order they came, some at a time and round again, so that however many there are each is looked at; the newest,
 * whose answer is most likely on its way, are looked at each time. Called by one timer only.
 */
@Component
class ParkedReceipts {
    private static final int NEXT = 2_000;
    private static final int NEWEST = 1_000;
    /** Receipts of one recipient settle one doubt at a time. */
    private static final int MOST_PASSES = 50;

    private final ParkedStore store;
    private final Receipts receipts;
    private final Transactions transactions;
    private final Clock clock;
    private long after;

    ParkedReceipts(ParkedStore store, Receipts receipts, Transactions transactions, Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at some. */
    void match() {
        ParkedStore.Look look = Pool.HOT.call(() -> store.look(after, NEXT, NEWEST));
        after = look.last();
        useMatched(look.receipts());
        for (int pass = 0; pass < MOST_PASSES && believe(look.receipts()); pass++) {
            useMatched(look.receipts());
        }
        boolean roundIsOver = after == 0;
        if (roundIsOver && !look.receipts().isEmpty()) {
            transactions.run(Pool.HOT, store::closeOrphans);
        }
    }

    private void useMatched(List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        transactions.run(Pool.HOT, () -> {
            List<ParkedStore.Matched> matched = store.matched(ids);
            if (!matched.isEmpty()) {
                List<DeliveryReport> reports =
                        matched.stream().map(ParkedStore.Matched::report).toList();
                receipts.apply(matched.stream().map(ParkedStore.Matched::found).toList(), reports);
                store.forget(matched.stream().map(ParkedStore.Matched::receipt).toList());
            }
        });
    }

    /** A receipt that fits a doubt is taken for the answer that was lost; then it is matched as any other. */
    private boolean believe(List<Long> ids) {
        return !ids.isEmpty()
                && transactions.call(Pool.HOT, () -> {
                    List<ParkedStore.Fit> fits = store.fitting(ids);
                    if (!fits.isEmpty()) {
                        store.believe(fits, clock.instant());
                    }
                    return !fits.isEmpty();
                });
    }
}
