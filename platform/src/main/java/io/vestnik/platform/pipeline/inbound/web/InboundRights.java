package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people and programs may do with inbound messages, and where the pages stand in the menu. */
@Configuration(proxyBeanMethods = false)
class InboundRights {
    static final String VIEW = "inbound:view";
    /** Says what is to be done about words. */
    static final String EDIT = "inbound:edit";
    /** Enters numbers, lends them, and sees what is nobody's. */
    static final String NUMBERS = "inbound:numbers";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";
    static final String MAY_LEND = "hasAuthority('" + NUMBERS + "')";

    @Bean
    RightsDeclaration declaredInboundRights() {
        return RightsDeclaration.start()
                .grant(VIEW, Role.MARKETER, Role.VIEWER)
                .grant(EDIT, Role.MARKETER)
                .grantIn(AccountKind.OPERATOR, NUMBERS);
    }

    @Bean
    InboundWords inboundWords(Routes routes, Accounts accounts, Format format, Clock clock) {
        return new InboundWords(routes, accounts, format, clock);
    }

    @Bean
    MenuEntry inboundMenu() {
        return new MenuEntry(Section.CONVERSATIONS, "pipeline.inbound", "/pipeline/inbound", VIEW, 20);
    }

    @Bean
    MenuEntry inboundNumbersMenu() {
        return new MenuEntry(Section.SENDERS, "pipeline.inbound.numbers", "/pipeline/inbound/numbers", NUMBERS, 40);
    }
}
