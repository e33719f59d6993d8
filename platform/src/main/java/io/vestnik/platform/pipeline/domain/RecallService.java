package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.Recall;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Withdraws and ends in one transaction, so that nothing is both sent and given back. */
@Service
class RecallService implements Recall {
    private static final int BATCH = 1_000;

    private final RecallStore store;
    private final Endings endings;
    private final Transactions transactions;

    RecallService(RecallStore store, Endings endings, Transactions transactions) {
        this.store = store;
        this.endings = endings;
        this.transactions = transactions;
    }

    @Override
    public Set<MessageId> recall(AccountId account, Collection<MessageId> messages) {
        if (messages.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + messages.size());
        }
        List<Long> ids =
                messages.stream().map(MessageId::value).distinct().sorted().toList();
        Set<MessageId> recalled = new HashSet<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
            List<Long> withdrawn = transactions.call(Pool.HOT, () -> {
                List<Long> taken = store.withdraw(account, some);
                endings.end(taken, MessageState.CANCELLED, "cancelled");
                return taken;
            });
            withdrawn.forEach(id -> recalled.add(new MessageId(id)));
        }
        return recalled;
    }
}
