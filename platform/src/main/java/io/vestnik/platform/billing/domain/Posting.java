package io.vestnik.platform.billing.domain;

import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of one transaction while it is put together: one for each account, kind, operation and cause. */
public final class Posting {
    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    /** Moves an amount from one pocket to another; nothing is written for nothing. */
    void move(Pocket from, Pocket to, Money amount, int count, String cause) {
        if (!amount.isZero()) {
            add(from, amount.negated(), count, cause);
            add(to, amount, count, cause);
        }
    }

    private void add(Pocket pocket, Money amount, int count, String cause) {
        sums.computeIfAbsent(new Key(pocket, cause), _ -> new Sum()).add(amount, count);
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> entries.add(new Entry(key.pocket, key.cause, sum.count, sum.amount)));
        return entries;
    }

    /** Where money lies, and what is being done with it. */
    public record Pocket(AccountId account, EntryKind kind, Operation operation) {}

    /** One line of the ledger. */
    public record Entry(Pocket pocket, String cause, int count, Money amount) {}

    private record Key(Pocket pocket, String cause) {}

    private static final class Sum {
        private Money amount = Money.ZERO;
        private int count;

        void add(Money more, int messages) {
            amount = amount.plus(more);
            count = Math.addExact(count, messages);
        }
    }
}
