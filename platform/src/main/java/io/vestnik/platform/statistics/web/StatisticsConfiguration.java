package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rights of these pages and their places in the menu. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {
    @Bean
    RightsDeclaration statisticsOfMessagesRights() {
        Role[] readers = {Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER};
        return RightsDeclaration.start()
                .grant(StatisticsRights.VIEW, readers)
                .grantIn(AccountKind.OPERATOR, StatisticsRights.BELOW, readers)
                .grantIn(AccountKind.PARTNER, StatisticsRights.BELOW, readers);
    }

    @Bean
    MenuEntry statisticsOfMessagesMenu() {
        return new MenuEntry(Section.REPORTS, "statistics.title", "/statistics", StatisticsRights.VIEW, 10);
    }

    @Bean
    Slot reportOfCampaign() {
        return new Slot(
                "campaign.report",
                "statistics.mailing.report",
                "/statistics/campaigns/{id}",
                StatisticsRights.VIEW,
                10);
    }
}
