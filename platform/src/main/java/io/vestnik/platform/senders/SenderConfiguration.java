package io.vestnik.platform.senders;

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
        return new MenuEntry(Section.SENDERS, "senders.title", "/senders", "senders:view", 10);
    }

    @Bean
    RightsDeclaration senderRights() {
        return RightsDeclaration.start()
                .grant("senders:view", Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grant("senders:request", Role.MARKETER);
    }
}
