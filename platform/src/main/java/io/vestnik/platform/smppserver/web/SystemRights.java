package io.vestnik.platform.smppserver.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The right of these pages and their place in the menu. */
@Configuration(proxyBeanMethods = false)
class SystemRights {
    static final String MANAGE = "smppserver:manage";
    /** Watches what any program and the server say to each other. */
    static final String TAP = "smppserver:tap";

    @Bean
    RightsDeclaration smppserverRights() {
        return RightsDeclaration.start().grant(MANAGE).grantIn(AccountKind.OPERATOR, TAP);
    }

    @Bean
    MenuEntry smppserverMenu() {
        return new MenuEntry(Section.DEVELOPERS, "smppserver.title", "/smppserver", MANAGE, 30);
    }

    @Bean
    MenuEntry smppserverTapMenu() {
        return new MenuEntry(Section.SYSTEM, "smppserver.tap", "/smppserver/tap", TAP, 60);
    }
}
