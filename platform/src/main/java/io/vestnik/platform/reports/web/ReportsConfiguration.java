package io.vestnik.platform.reports.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {
    @Bean
    RightsDeclaration reportsRights() {
        return RightsDeclaration.start().grantIn(AccountKind.CLIENT, OrderPages.ORDER, Role.MARKETER, Role.ACCOUNTANT);
    }

    @Bean
    Slot figuresByMail() {
        return new Slot("statistics.general", "reports.by-mail", "/reports/mail?by={id}", OrderPages.ORDER, 10);
    }

    @Bean
    MenuEntry reportsByMailMenu() {
        return new MenuEntry(Section.REPORTS, "reports.title", "/reports/mail", OrderPages.ORDER, 60);
    }
}
