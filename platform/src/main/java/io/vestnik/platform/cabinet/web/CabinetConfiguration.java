package io.vestnik.platform.cabinet.web;

import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CabinetConfiguration {
    @Bean
    MenuEntry homeMenu() {
        return new MenuEntry(Section.HOME, "cabinet.home", "/", HomePage.RIGHT, 10);
    }

    @Bean
    RightsDeclaration reportRights() {
        return RightsDeclaration.start().grant(ReportPages.VIEW, Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER);
    }

    @Bean
    MenuEntry reportsMenu() {
        return new MenuEntry(Section.REPORTS, "cabinet.reports.title", "/cabinet/reports", ReportPages.VIEW, 90);
    }
}
