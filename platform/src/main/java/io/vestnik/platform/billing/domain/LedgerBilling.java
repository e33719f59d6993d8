package io.vestnik.platform.billing.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.billing.domain.Posting.Pocket;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Decides who pays: in Java, charge by charge, on balances that it holds locked. */
@Service
class LedgerBilling implements Billing {
    private final LedgerStore ledger;
    private final LedgerProof proof;
    private final Transactions transactions;
    private final Accounts accounts;
    private final Audit audit;

    LedgerBilling(LedgerStore ledger, LedgerProof proof, Transactions transactions, Accounts accounts, Audit audit) {
        this.ledger = ledger;
        this.proof = proof;
        this.transactions = transactions;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public Held hold(List<Charge> charges, String cause) {
        Set<AccountId> payers = charges.stream()
                .flatMap(charge -> charge.payments().stream())
                .filter(payment -> !payment.amount().isZero())
                .map(Payment::payer)
                .collect(Collectors.toCollection(TreeSet::new));
        if (payers.isEmpty()) {
            return new Held(0, charges.stream().map(_ -> true).toList());
        }
        return transactions.call(() -> hold(charges, cause, ledger.lock(payers)));
    }

    private Held hold(List<Charge> charges, String cause, Map<AccountId, Money> spendable) {
        Posting posting = new Posting();
        List<Boolean> paid = new ArrayList<>(charges.size());
        for (Charge charge : charges) {
            boolean enough = take(charge, spendable);
            paid.add(enough);
            if (enough) {
                for (Payment payment : charge.payments()) {
                    posting.move(
                            new Pocket(payment.payer(), EntryKind.AVAILABLE, Operation.HOLD),
                            new Pocket(payment.payer(), EntryKind.HELD, Operation.HOLD),
                            payment.amount(),
                            charge.count(),
                            cause);
                }
            }
        }
        return new Held(posting.isEmpty() ? 0 : ledger.write(posting.entries()), paid);
    }

    /** Takes the whole chain's money out of what may be spent, or leaves all of it. */
    private static boolean take(Charge charge, Map<AccountId, Money> spendable) {
        Map<AccountId, Money> left = new HashMap<>();
        for (Payment payment : charge.payments()) {
            if (payment.amount().isZero()) {
                continue;
            }
            AccountId payer = payment.payer();
            Money before = left.getOrDefault(payer, spendable.getOrDefault(payer, Money.ZERO));
            Money after = before.minus(payment.amount());
            if (after.isNegative()) {
                return false;
            }
            left.put(payer, after);
        }
        spendable.putAll(left);
        return true;
    }

    @Override
    public long settle(List<Settlement> settlements) {
        return settle(settlements, ledger::write);
    }

    @Override
    public long nextTransaction() {
        return ledger.nextTransaction();
    }

    @Override
    public void settle(long transaction, List<Settlement> settlements) {
        settle(settlements, entries -> {
            ledger.write(transaction, entries);
            return transaction;
        });
    }

    private long settle(List<Settlement> settlements, ToLongFunction<List<Posting.Entry>> write) {
        Posting posting = new Posting();
        Set<AccountId> givenBack = new TreeSet<>();
        for (Settlement end : settlements) {
            posting.move(
                    new Pocket(end.payer(), EntryKind.HELD, Operation.DEBIT),
                    new Pocket(end.payee(), EntryKind.REVENUE, Operation.INCOME),
                    end.debit(),
                    end.debited(),
                    end.cause());
            posting.move(
                    new Pocket(end.payer(), EntryKind.HELD, Operation.RELEASE),
                    new Pocket(end.payer(), EntryKind.AVAILABLE, Operation.RELEASE),
                    end.release(),
                    end.released(),
                    end.cause());
            if (!end.release().isZero()) {
                givenBack.add(end.payer());
            }
        }
        if (posting.isEmpty()) {
            return 0;
        }
        return transactions.call(() -> {
            if (!givenBack.isEmpty()) {
                requireBalances(givenBack, ledger.lock(givenBack).keySet());
            }
            return write.applyAsLong(posting.entries());
        });
    }

    private static void requireBalances(Set<AccountId> wanted, Set<AccountId> there) {
        if (!there.containsAll(wanted)) {
            throw new IllegalStateException("Money given back to accounts that never had any, among " + wanted);
        }
    }

    @Override
    public Balance balance(AccountId account) {
        return ledger.balance(account).orElseGet(() -> new Balance(Money.ZERO, Money.ZERO, currency(account)));
    }

    @Override
    public Map<AccountId, Money> available(Collection<AccountId> accounts) {
        return ledger.available(accounts);
    }

    @Override
    public void topUp(Who who, AccountId account, Money amount, String note) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("Not an amount to top up with: " + amount);
        }
        transactions.call(() -> {
            ledger.open(account, currency(account));
            ledger.lock(List.of(account));
            Posting posting = new Posting();
            posting.move(
                    new Pocket(account, EntryKind.SOURCE, Operation.TOP_UP),
                    new Pocket(account, EntryKind.AVAILABLE, Operation.TOP_UP),
                    amount,
                    1,
                    "top_up");
            long transaction = ledger.write(posting.entries());
            ledger.noteTopUp(transaction, account, amount, note, who);
            audit.record(who, "balance.topped_up", "account " + account, Map.of("amount", amount.toString()));
            return transaction;
        });
    }

    @Override
    public boolean takeBack(Who who, AccountId account, Money amount, String note) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("Not an amount to take back: " + amount);
        }
        return transactions.call(() -> {
            ledger.lock(List.of(account));
            // Not what the lock answers: an overdraft is nobody's to take.
            Money free = ledger.available(List.of(account)).getOrDefault(account, Money.ZERO);
            if (free.compareTo(amount) < 0) {
                return false;
            }
            Posting posting = new Posting();
            posting.move(
                    new Pocket(account, EntryKind.AVAILABLE, Operation.WITHDRAWAL),
                    new Pocket(account, EntryKind.SOURCE, Operation.WITHDRAWAL),
                    amount,
                    1,
                    "withdrawal");
            long transaction = ledger.write(posting.entries());
            ledger.noteTopUp(transaction, account, amount.negated(), note, who);
            audit.record(who, "balance.taken_back", "account " + account, Map.of("amount", amount.toString()));
            return true;
        });
    }

    private String currency(AccountId account) {
        return accounts.get(account).currency();
    }

    @Override
    public Check check() {
        return proof.check();
    }
}
