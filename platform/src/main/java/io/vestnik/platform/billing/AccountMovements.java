package io.vestnik.platform.billing;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people see of the ledger: a line for a day, an operation and a cause. */
public interface AccountMovements {
    /** Lists the account's movements up to this moment, the newest day first. */
    Slice<Movement> list(AccountId account, MovementFilter filter, @Nullable String cursor, int limit);

    /** The sums by operation of what {@link #list} lists. */
    Map<Operation, Money> totals(AccountId account, MovementFilter filter);

    /** What one operation comes to for each of these accounts, from the first of these days to the last; one without any is left out. */
    Map<AccountId, Money> totals(Collection<AccountId> accounts, Operation operation, LocalDate from, LocalDate to);
}
