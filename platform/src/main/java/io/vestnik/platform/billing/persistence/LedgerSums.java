package io.vestnik.platform.billing.persistence;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.domain.EntryKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the entries of a ledger come to, and what of it does not fit. A hold that came to nothing is forgotten. */
final class LedgerSums {
    private static final int MOST_FAULTS = 20;

    private final Map<Pocket, BigDecimal> pockets = new HashMap<>();
    private final Map<Hold, BigDecimal> holds = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private boolean causes = true;
    private long transactions;
    private long entries;

    private record Pocket(long account, EntryKind kind) {}

    private record Hold(long account, String cause) {}

    /** From now on holds are added up by account alone: sums that were made before know no causes. */
    LedgerSums mergingCauses() {
        causes = false;
        return this;
    }

    void transaction(long tx, BigDecimal amount, long count) {
        transactions++;
        entries += count;
        if (amount.signum() != 0) {
            fault("transaction " + tx + " sums to " + amount);
        }
    }

    void add(long account, EntryKind kind, String cause, BigDecimal amount) {
        pockets.merge(new Pocket(account, kind), amount, BigDecimal::add);
        if (kind == EntryKind.HELD) {
            holds.compute(new Hold(account, causes ? cause : "all"), (_, before) -> {
                BigDecimal after = before == null ? amount : before.add(amount);
                return after.signum() == 0 ? null : after;
            });
        }
    }

    private void fault(String words) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(words);
        }
    }

    /** To be compared with what somebody else tells of every pocket. */
    Book book() {
        return new Book(new HashMap<>(pockets));
    }

    /** To be compared with what somebody else tells of the pockets of one kind. */
    Book bookOf(EntryKind kind) {
        Map<Pocket, BigDecimal> some = new HashMap<>(pockets);
        some.keySet().removeIf(pocket -> pocket.kind() != kind);
        return new Book(some);
    }

    Billing.Check check() {
        holds.forEach((hold, amount) -> {
            if (amount.signum() < 0) {
                fault("account " + hold.account() + ", " + hold.cause() + ": held " + amount);
            }
        });
        return new Billing.Check(transactions, entries, List.copyOf(faults));
    }

    /** A comparison under way. */
    final class Book {
        private final Map<Pocket, BigDecimal> rest;
        private final Map<Pocket, BigDecimal> other = new HashMap<>();

        private Book(Map<Pocket, BigDecimal> rest) {
            this.rest = rest;
        }

        void told(long account, EntryKind kind, BigDecimal amount) {
            other.merge(new Pocket(account, kind), amount, BigDecimal::add);
        }

        /** What is missing on either side counts as nothing. */
        void close(String name) {
            rest.forEach((pocket, amount) -> compare(name, pocket, other.remove(pocket), amount));
            other.forEach((pocket, amount) -> compare(name, pocket, amount, null));
        }

        private void compare(String name, Pocket pocket, @Nullable BigDecimal told, @Nullable BigDecimal summed) {
            BigDecimal left = told == null ? BigDecimal.ZERO : told;
            BigDecimal right = summed == null ? BigDecimal.ZERO : summed;
            if (left.compareTo(right) != 0) {
                fault("account " + pocket.account() + ", " + pocket.kind() + ": " + name + " "
                        + (told == null ? "none" : told) + ", entries " + (summed == null ? "none" : summed));
            }
        }
    }
}
