package io.vestnik.platform.billing.domain;

import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries summed up for reading, and how far that has come. */
public interface MovementStore {
    /**
     * Takes the entries that are complete and were not summed up yet, at most about {@code most}, and keeps others from
     * doing so until the transaction ends.
     *
     * @return none when someone else is at it
     */
    Optional<Portion> claim(int most);

    /** Adds a portion's sums and remembers that it was summed up. */
    void add(Portion portion, List<DayTotal> totals);

    /** The movements, the newest day first. */
    Slice<Movement> list(AccountId account, MovementFilter filter, @Nullable String cursor, int limit);

    /** The sums of the movements by operation. */
    Map<Operation, Money> totals(AccountId account, MovementFilter filter);

    /** The sum of one operation for each of these accounts. */
    Map<AccountId, Money> totals(Collection<AccountId> accounts, Operation operation, LocalDate from, LocalDate to);

    /**
     * Entries that were complete when they were read.
     *
     * @param upto the position after them; opaque
     * @param sums of what is in them, by half hours, which no zone on earth divides
     */
    record Portion(String upto, List<Sum> sums) {
        public Portion {
            sums = List.copyOf(sums);
        }
    }

    /** A sum of entries of one half hour. */
    record Sum(
            AccountId account,
            EntryKind kind,
            Operation operation,
            String cause,
            Instant halfHour,
            long count,
            Money amount) {}

    /** What to add to a day of an account. */
    record DayTotal(AccountId account, LocalDate day, Operation operation, String cause, long count, Money amount) {}
}
