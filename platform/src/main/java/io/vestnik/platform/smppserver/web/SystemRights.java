package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The right of these pages and their place in the menu. */
@Configuration(proxyBeanMethods = false)
class SystemRights {
    static final String MANAGE = "smppserver:manage";

    @Bean
    RightsDeclaration smppserverRights() {
        return RightsDeclaration.start().grant(MANAGE);
    }

    @Bean
    MenuEntry smppserverMenu() {
        return new MenuEntry(Section.DEVELOPERS, "smppserver.title", "/smppserver", MANAGE, 30);
    }
}
