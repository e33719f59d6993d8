package io.vestnik.platform.billing.domain;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.Money;
import org.springframework.stereotype.Component;

/** Enough money for the demonstration's client, and for its partner who pays the operator. */
@Component
class DemoMoney implements DemoData {
    private static final Money ENOUGH = Money.of("1000000");

    private final Billing billing;

    DemoMoney(Billing billing) {
        this.billing = billing;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        billing.topUp(accounts.operator(), accounts.partner().account(), ENOUGH, "");
        billing.topUp(accounts.partner(), accounts.client().account(), ENOUGH, "");
    }
}
