package io.vestnik.platform.billing.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.billing.AccountMovements;
import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.billing.domain.MovementStore.DayTotal;
import io.vestnik.platform.billing.domain.MovementStore.Portion;
import io.vestnik.platform.billing.domain.MovementStore.Sum;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lines summed up from entries as time goes by. */
@Service
public class Movements implements AccountMovements {
    /** Entries that one short transaction sums up. */
    private static final int PORTION = 20_000;

    private final MovementStore store;
    private final Transactions transactions;
    private final Accounts accounts;

    Movements(MovementStore store, Transactions transactions, Accounts accounts) {
        this.store = store;
        this.transactions = transactions;
        this.accounts = accounts;
    }

    @Override
    public Slice<Movement> list(AccountId account, MovementFilter filter, @Nullable String cursor, int limit) {
        return store.list(account, filter, cursor, limit);
    }

    @Override
    public Map<Operation, Money> totals(AccountId account, MovementFilter filter) {
        return store.totals(account, filter);
    }

    @Override
    public Map<AccountId, Money> totals(
            Collection<AccountId> accounts, Operation operation, LocalDate from, LocalDate to) {
        return store.totals(accounts, operation, from, to);
    }

    /** Sums up what is there; leaves it to whoever is doing it already. */
    public void catchUp() {
        boolean more;
        do {
            more = transactions.call(Pool.BACKGROUND, this::sumUp);
        } while (more);
    }

    /** Whether there may be more. */
    private boolean sumUp() {
        Optional<Portion> portion = store.claim(PORTION);
        portion.ifPresent(it -> store.add(it, days(it.sums())));
        return portion.filter(it -> !it.sums().isEmpty()).isPresent();
    }

    private List<DayTotal> days(List<Sum> sums) {
        Map<Line, DayTotal> days = new LinkedHashMap<>();
        for (Sum sum : sums) {
            if (!isShown(sum)) {
                continue;
            }
            LocalDate day = sum.halfHour().atZone(zone(sum.account())).toLocalDate();
            // What leaves a pocket is below nothing there; people read it as an amount.
            boolean leaves = switch (sum.operation()) {
                case DEBIT, RELEASE, WITHDRAWAL -> true;
                case TOP_UP, HOLD, INCOME -> false;
            };
            Money amount = leaves ? sum.amount().negated() : sum.amount();
            days.merge(
                    new Line(sum.account(), day, sum.operation(), sum.cause()),
                    new DayTotal(sum.account(), day, sum.operation(), sum.cause(), sum.count(), amount),
                    (a, b) -> new DayTotal(
                            a.account(),
                            a.day(),
                            a.operation(),
                            a.cause(),
                            a.count() + b.count(),
                            a.amount().plus(b.amount())));
        }
        return new ArrayList<>(days.values());
    }

    /** Of the entries of a transaction that concern an account, the one that tells the story. */
    private static boolean isShown(Sum sum) {
        return switch (sum.operation()) {
            case TOP_UP, WITHDRAWAL -> sum.kind() == EntryKind.AVAILABLE;
            case HOLD, DEBIT, RELEASE -> sum.kind() == EntryKind.HELD;
            case INCOME -> sum.kind() == EntryKind.REVENUE;
        };
    }

    private ZoneId zone(AccountId account) {
        return accounts.find(account).map(Account::zone).orElse(ZoneOffset.UTC);
    }

    private record Line(AccountId account, LocalDate day, Operation operation, String cause) {}
}
