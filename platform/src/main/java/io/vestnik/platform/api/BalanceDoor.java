package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The account's money. */
@RestController
@Tag(name = "Balance")
class BalanceDoor {
    private final Billing billing;
    private final Accounts accounts;

    BalanceDoor(Billing billing, Accounts accounts) {
        this.billing = billing;
        this.accounts = accounts;
    }

    /** What may be spent and what is held for messages on their way; {@code currency} in ISO 4217 letters. */
    record BalanceView(String available, String held, String currency) {}

    @GetMapping("/api/v1/balance")
    @PreAuthorize("hasAuthority('billing:view')")
    @Operation(summary = "Ask for the balance")
    BalanceView balance(@AuthenticationPrincipal Who who) {
        Billing.Balance balance = billing.balance(who.account());
        return new BalanceView(
                balance.available().toString(),
                balance.held().toString(),
                accounts.get(who.account()).currency());
    }
}
