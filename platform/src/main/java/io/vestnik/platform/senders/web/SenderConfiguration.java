package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SenderConfiguration {
    @Bean
    MenuEntry senderMenu() {
        return new MenuEntry(Section.SENDERS, "senders.title", "/senders", SenderRights.VIEW, 10);
    }

    @Bean
    MenuEntry senderAnswerMenu() {
        return new MenuEntry(Section.SENDERS, "senders.answers.title", "/senders/answers", SenderRights.SERVE, 15);
    }

    @Bean
    RightsDeclaration senderRights() {
        return RightsDeclaration.start()
                .grant(SenderRights.VIEW, Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grant(SenderRights.REQUEST, Role.MARKETER)
                .grantIn(AccountKind.OPERATOR, SenderRights.SERVE, Role.MARKETER)
                .grantIn(AccountKind.PARTNER, SenderRights.SERVE, Role.MARKETER);
    }
}
