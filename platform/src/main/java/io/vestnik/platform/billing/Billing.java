package io.vestnik.platform.billing;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The ledger. Every movement is a transaction whose entries sum to nothing. Calls join the caller's transaction; the
 * rows of balances are locked in the order of accounts, so ask late in the transaction.
 */
public interface Billing {
    /**
     * Holds what each charge needs from all of its payers, in the given order, or nothing of that charge when one of
     * them lacks the money.
     *
     * @return for each charge whether it was paid, and the ledger transaction that did
     */
    Held hold(List<Charge> charges, String cause);

    /** Turns holds into debits or gives them back, summed by the caller per payer, payee and cause. */
    long settle(List<Settlement> settlements);

    /** A number for a transaction to come, so that what it settles can name it before the money moves. */
    long nextTransaction();

    /** As the other, under a number from {@link #nextTransaction}; writes nothing where no money moves. */
    void settle(long transaction, List<Settlement> settlements);

    /** What the account may spend and what is held of it; nothing at all for an account that never had money. */
    Balance balance(AccountId account);

    /** What each of these accounts may spend; an account that never had money is left out. */
    Map<AccountId, Money> available(Collection<AccountId> accounts);

    /** Puts money on an account's balance. */
    void topUp(Who who, AccountId account, Money amount, String note);

    /**
     * Takes money off an account's balance, back to where top-ups come from: the counterpart of {@link #topUp}.
     *
     * @return false, and nothing is taken, when less than that is free: what is held is not, and nobody is taken below nothing
     */
    boolean takeBack(Who who, AccountId account, Money amount, String note);

    /** Proves that every transaction sums to nothing and every balance equals its entries. */
    Check check();

    /**
     * What one message, or one campaign, needs.
     *
     * @param payments from whom how much
     * @param count messages it is for
     */
    record Charge(List<Payment> payments, int count) {
        public Charge {
            payments = List.copyOf(payments);
            if (count < 0) {
                throw new IllegalArgumentException("Not a count: " + count);
            }
        }
    }

    /** An amount from one payer; nothing or more. */
    record Payment(AccountId payer, Money amount) {
        public Payment {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("Not a payment: " + amount);
            }
        }
    }

    /**
     * What came of holding.
     *
     * @param transaction the ledger transaction; 0 when nothing was held
     * @param paid for each charge, in order
     */
    record Held(long transaction, List<Boolean> paid) {
        public Held {
            paid = List.copyOf(paid);
        }
    }

    /**
     * The end of some holds of one payer. Together debit and release are what was held. A message that turns delivered
     * after its money was given back is corrected by a debit and the same amount as a negative release, which takes it
     * from the balance once more, below nothing if need be.
     *
     * @param debit to be paid to the payee
     * @param debited messages that it is for
     * @param release to be given back
     * @param released messages that it is for
     * @param cause as the hold's, such as {@code campaign 12}
     */
    record Settlement(
            AccountId payer, AccountId payee, Money debit, int debited, Money release, int released, String cause) {
        public Settlement {
            if (debit.isNegative() || debit.plus(release).isNegative() || debited < 0 || released < 0) {
                throw new IllegalArgumentException("Not an end of a hold: debit " + debit + ", release " + release);
            }
        }
    }

    /** Money of an account. */
    record Balance(Money available, Money held, String currency) {}

    /**
     * What the proof found.
     *
     * @param faults what does not fit, in words; empty when all is well
     */
    record Check(long transactions, long entries, List<String> faults) {
        public boolean balanced() {
            return faults.isEmpty();
        }
    }
}
