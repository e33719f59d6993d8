package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PromoConfiguration {
    @Bean
    RightsDeclaration promoRights() {
        return RightsDeclaration.start()
                .grantIn(AccountKind.CLIENT, PromoRights.VIEW, Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grantIn(AccountKind.CLIENT, PromoRights.EDIT, Role.MARKETER)
                .grantIn(AccountKind.CLIENT, PromoRights.TILL, Role.MARKETER, Role.CASHIER);
    }

    @Bean
    MenuEntry promoMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "promo.title", "/promo", PromoRights.VIEW, 40);
    }

    @Bean
    MenuEntry tillMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "promo.till", "/till", PromoRights.TILL, 41);
    }
}
