package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Balances in memory. */
final class FakeBilling implements Billing {
    final Map<AccountId, Money> available = new HashMap<>();
    final List<String> holds = new ArrayList<>();
    final List<Settlement> settlements = new ArrayList<>();

    @Override
    public synchronized Held hold(List<Charge> charges, String cause) {
        List<Payment> payments = charges.getFirst().payments();
        boolean enough = payments.stream()
                .allMatch(payment -> balance(payment.payer()).available().compareTo(payment.amount()) >= 0);
        if (!enough) {
            return new Held(0, List.of(false));
        }
        for (Payment payment : payments) {
            available.merge(payment.payer(), payment.amount().negated(), Money::plus);
        }
        holds.add(cause);
        return new Held(holds.size(), List.of(true));
    }

    @Override
    public synchronized long settle(List<Settlement> more) {
        settlements.addAll(more);
        more.forEach(one -> available.merge(one.payer(), one.release(), Money::plus));
        return 1;
    }

    @Override
    public long nextTransaction() {
        return 1;
    }

    @Override
    public void settle(long transaction, List<Settlement> more) {
        settle(more);
    }

    @Override
    public Balance balance(AccountId account) {
        return new Balance(available.getOrDefault(account, Money.ZERO), Money.ZERO, "RUB");
    }

    @Override
    public synchronized Map<AccountId, Money> available(Collection<AccountId> accounts) {
        return Map.copyOf(available);
    }

    @Override
    public void topUp(Who who, AccountId account, Money amount, String note) {
        available.merge(account, amount, Money::plus);
    }

    @Override
    public boolean takeBack(Who who, AccountId account, Money amount, String note) {
        boolean enough = available.getOrDefault(account, Money.ZERO).compareTo(amount) >= 0;
        if (enough) {
            available.merge(account, amount.negated(), Money::plus);
        }
        return enough;
    }

    @Override
    public Check check() {
        return new Check(0, 0, List.of());
    }
}
