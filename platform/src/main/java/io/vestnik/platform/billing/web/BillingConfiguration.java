package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillingConfiguration {
    @Bean
    MenuEntry movementMenu() {
        return new MenuEntry(Section.MONEY, "billing.title", "/billing", "billing:view", 10);
    }

    @Bean
    MenuEntry topUpMenu() {
        return new MenuEntry(Section.CLIENTS, "billing.clients", "/billing/clients", "billing:topup", 30);
    }

    @Bean
    Slot balanceInTheHead() {
        return new Slot(Slot.HEAD, "billing.balance", "/billing/balance", "billing:view", 10);
    }

    @Bean
    RightsDeclaration billingRights() {
        return RightsDeclaration.start()
                .grant("billing:view", Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grantIn(AccountKind.OPERATOR, "billing:topup", Role.ACCOUNTANT)
                .grantIn(AccountKind.PARTNER, "billing:topup", Role.ACCOUNTANT);
    }
}
