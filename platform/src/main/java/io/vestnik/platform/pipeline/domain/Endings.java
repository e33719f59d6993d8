package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends messages, with their money, in one transaction. */
@Component
class Endings {
    /** Messages of one transaction: it stays far below a second. */
    private static final int MOST = 2_000;

    private final EndStore store;
    private final Follow follow;
    private final Transactions transactions;
    private final Clock clock;

    Endings(EndStore store, Follow follow, Transactions transactions, Clock clock) {
        this.store = store;
        this.follow = follow;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends these messages where they may still end; joins the transaction of the caller. */
    void end(List<Ending> endings) {
        if (!endings.isEmpty()) {
            long transaction = follow.next();
            follow.moved(transaction, store.end(endings, transaction));
        }
    }

    /** Ends all of them in the same way, in transactions of their own. */
    void endAll(List<Long> messages, MessageState state, String reason) {
        for (int from = 0; from < messages.size(); from += MOST) {
            List<Long> chunk = messages.subList(from, Math.min(messages.size(), from + MOST));
            transactions.run(Pool.HOT, () -> end(chunk, state, reason));
        }
    }

    /** Ends these in the same way; joins the transaction of the caller. */
    void end(List<Long> messages, MessageState state, String reason) {
        Instant now = clock.instant();
        end(messages.stream()
                .map(message -> new Ending(message, state, reason, now))
                .toList());
    }
}
