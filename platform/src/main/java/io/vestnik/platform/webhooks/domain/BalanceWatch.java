package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.domain.Event.News;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks from time to time at the balances of those who asked to be told when theirs falls: the path of messages does nothing for it. Two
 * nodes that look at once tell it once.
 */
@Component
class BalanceWatch {
    private final Targets targets;
    private final EndpointStore store;
    private final NewsTelling telling;
    private final Purses purses;
    private final Transactions transactions;

    BalanceWatch(Targets targets, EndpointStore store, NewsTelling telling, Purses purses, Transactions transactions) {
        this.targets = targets;
        this.store = store;
        this.telling = telling;
        this.purses = purses;
        this.transactions = transactions;
    }

    /** Who knows what there is, and in what money. */
    @Component("webhookPurses")
    record Purses(Billing billing, Accounts accounts) {}

    void look() {
        List<Target> watching = targets.watchingBalance();
        if (watching.isEmpty()) {
            return;
        }
        Set<AccountId> accounts = watching.stream().map(Target::account).collect(Collectors.toSet());
        Map<AccountId, Money> balances = purses.billing().available(accounts);
        List<Target> turned = watching.stream()
                .filter(target -> isLow(target, balances) != target.balanceLow())
                .toList();
        if (turned.isEmpty()) {
            return;
        }
        transactions.run(Pool.BACKGROUND, () -> {
            store.balanceLow(ids(turned, false, balances), false);
            Collection<Long> fallen = store.balanceLow(ids(turned, true, balances), true);
            telling.tell(turned.stream()
                    .filter(target -> fallen.contains(target.id()))
                    .map(target -> Map.entry(target, news(target, balances)))
                    .toList());
        });
        targets.refresh();
    }

    private static List<Long> ids(List<Target> turned, boolean low, Map<AccountId, Money> balances) {
        return turned.stream()
                .filter(target -> isLow(target, balances) == low)
                .map(Target::id)
                .toList();
    }

    private static boolean isLow(Target target, Map<AccountId, Money> balances) {
        return isLow(balance(target, balances), below(target), target.balanceLow());
    }

    /** What was low has risen only when it is a tenth above: else one that hovers there would be told of all the time. */
    static boolean isLow(Money balance, Money below, boolean wasLow) {
        return wasLow ? balance.times(10).compareTo(below.times(11)) < 0 : balance.compareTo(below) < 0;
    }

    private static Money balance(Target target, Map<AccountId, Money> balances) {
        return balances.getOrDefault(target.account(), Money.ZERO);
    }

    private static Money below(Target target) {
        return Objects.requireNonNull(target.hears().balanceBelow());
    }

    private News news(Target target, Map<AccountId, Money> balances) {
        String currency =
                purses.accounts().find(target.account()).map(Account::currency).orElse("");
        return new News(
                "balance.low",
                "{\"balance\":\"" + balance(target, balances) + "\",\"below\":\"" + below(target) + "\",\"currency\":\""
                        + currency + "\"}");
    }
}
