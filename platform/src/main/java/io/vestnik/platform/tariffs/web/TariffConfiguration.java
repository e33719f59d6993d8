package io.vestnik.platform.tariffs.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TariffConfiguration {
    @Bean
    MenuEntry tariffMenu() {
        return new MenuEntry(Section.TARIFFS, "tariffs.title", "/tariffs", "tariffs:manage", 10);
    }

    @Bean
    MenuEntry priceMenu() {
        return new MenuEntry(Section.MONEY, "tariffs.prices", "/tariffs/prices", "tariffs:view", 20);
    }

    @Bean
    RightsDeclaration tariffRights() {
        return RightsDeclaration.start()
                .grantIn(AccountKind.CLIENT, "tariffs:view", Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grantIn(AccountKind.PARTNER, "tariffs:view", Role.ACCOUNTANT, Role.VIEWER)
                .grantIn(AccountKind.OPERATOR, "tariffs:manage", Role.ACCOUNTANT)
                .grantIn(AccountKind.PARTNER, "tariffs:manage", Role.ACCOUNTANT);
    }
}
