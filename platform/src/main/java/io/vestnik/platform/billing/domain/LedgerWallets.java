package io.vestnik.platform.billing.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accounts are picked in memory, where there are thousands below one at most; balances are read of those that are shown or compared. */
@Service
class LedgerWallets implements Wallets {
    private static final int PAGE = 1_000;

    private final Billing billing;
    private final LedgerStore ledger;
    private final Accounts accounts;
    private final Transactions transactions;

    LedgerWallets(Billing billing, LedgerStore ledger, Accounts accounts, Transactions transactions) {
        this.billing = billing;
        this.ledger = ledger;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public Slice<Wallet> below(AccountId server, Wish wish, @Nullable String after, int limit) {
        List<Account> fitting = fitting(server, wish);
        return switch (wish.order()) {
            case NAME -> withMoney(fitting, wish, after, limit);
            case NUMBER -> {
                fitting.sort(Comparator.comparing(Account::id));
                yield withMoney(fitting, wish, after, limit);
            }
            case AVAILABLE -> {
                List<Wallet> wallets = wallets(fitting);
                wallets.sort(Comparator.comparing(Wallet::available)
                        .thenComparing(it -> it.account().id()));
                yield page(wallets, it -> it.account().id(), wish, after, limit);
            }
        };
    }

    private Slice<Wallet> withMoney(List<Account> ordered, Wish wish, @Nullable String after, int limit) {
        Slice<Account> page = page(ordered, Account::id, wish, after, limit);
        return new Slice<>(wallets(page.items()), page.next());
    }

    private List<Wallet> wallets(List<Account> shown) {
        Map<AccountId, Money> available =
                ledger.available(shown.stream().map(Account::id).toList());
        List<Wallet> wallets = new ArrayList<>(shown.size());
        shown.forEach(it -> wallets.add(new Wallet(it, available.getOrDefault(it.id(), Money.ZERO))));
        return wallets;
    }

    private static <T> Slice<T> page(
            List<T> ascending, Function<T, AccountId> id, Wish wish, @Nullable String after, int limit) {
        List<T> rows = wish.descending() ? ascending.reversed() : ascending;
        long from = after == null
                ? 0
                : 1
                        + rows.stream()
                                .takeWhile(it -> !id.apply(it).toString().equals(after))
                                .count();
        return Slice.of(
                rows.stream().skip(from).limit(limit + 1L).toList(),
                limit,
                it -> id.apply(it).toString());
    }

    @Override
    public long count(AccountId server, Wish wish) {
        return fitting(server, wish).size();
    }

    /** By name. */
    private List<Account> fitting(AccountId server, Wish wish) {
        String part = wish.search().toLowerCase(Locale.ROOT);
        List<Account> fitting = new ArrayList<>();
        for (Account account : Slice.all(after -> accounts.below(server, after, PAGE))) {
            boolean found = account.name().toLowerCase(Locale.ROOT).contains(part)
                    || account.id().toString().equals(part);
            if (found && (wish.active() == null || wish.active() == account.active())) {
                fitting.add(account);
            }
        }
        return fitting;
    }

    @Override
    public Optional<Wallet> find(AccountId server, AccountId account) {
        return accounts.find(account)
                .filter(it -> server.equals(it.parent()))
                .map(it -> new Wallet(it, billing.balance(account).available()));
    }

    @Override
    public boolean topUp(Who who, AccountId account, Money amount, String note) {
        if (!isAllowed(who, account, amount)) {
            return false;
        }
        billing.topUp(who, account, amount, note);
        return true;
    }

    @Override
    public TakenBack takeBack(Who who, AccountId account, Money amount, String note) {
        if (!isAllowed(who, account, amount)) {
            return TakenBack.REFUSED;
        }
        return billing.takeBack(who, account, amount, note) ? TakenBack.DONE : TakenBack.NOT_ENOUGH;
    }

    @Override
    public Moved moveOnce(Who who, AccountId account, Money sum, String request) {
        return transactions.attempt(
                () -> ledger.isFirst(who.account(), request, REMEMBERED) ? move(who, account, sum) : Moved.AGAIN,
                Moved.DONE::equals);
    }

    private Moved move(Who who, AccountId account, Money sum) {
        if (!sum.isNegative()) {
            return topUp(who, account, sum, "") ? Moved.DONE : Moved.REFUSED;
        }
        return switch (takeBack(who, account, sum.negated(), "")) {
            case DONE -> Moved.DONE;
            case REFUSED -> Moved.REFUSED;
            case NOT_ENOUGH -> Moved.NOT_ENOUGH;
        };
    }

    private boolean isAllowed(Who who, AccountId account, Money amount) {
        return amount.compareTo(Money.ZERO) > 0
                && amount.compareTo(MOST) <= 0
                && find(who.account(), account).isPresent();
    }
}
