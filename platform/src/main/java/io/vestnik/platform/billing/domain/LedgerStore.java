package io.vestnik.platform.billing.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the ledger and of the balances; every method works in the caller's transaction. */
public interface LedgerStore {
    /** Gives the account a balance of nothing, if it has none. */
    void open(AccountId account, String currency);

    /**
     * Locks the balances until the transaction ends, in the order of accounts, so that two batches never wait for each
     * other in a circle.
     *
     * @return what each may spend, its overdraft included; nothing for an account without a balance
     */
    Map<AccountId, Money> lock(Collection<AccountId> accounts);

    /**
     * Writes a transaction and moves the balances by exactly its entries; those balances must be locked.
     *
     * @return the transaction's number
     */
    long write(List<Posting.Entry> entries);

    /** A number for a transaction that is written later. */
    long nextTransaction();

    /** As the other, under a number that was taken before. */
    void write(long transaction, List<Posting.Entry> entries);

    /** Keeps who topped up and why; below nothing who took back. */
    void noteTopUp(long transaction, AccountId account, Money amount, String note, Who who);

    /** Remembers a request for so long; false where it is remembered. Whoever asks the same meanwhile waits for the end of this transaction. */
    boolean isFirst(AccountId asker, String request, Duration remembered);

    /** What the account has; none when it has no balance. The sums of what is folded and of what is not yet. */
    Optional<Billing.Balance> balance(AccountId account);

    /** What each of these accounts may spend; nothing of one without a balance. */
    Map<AccountId, Money> available(Collection<AccountId> accounts);
}
