package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.contacts.domain.StopStore;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every account has a stop-list: the operator's stands above all. */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {
    /** What was taken off can be put back for a day. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int CHUNK = 5_000;

    @Bean
    RightsDeclaration stopRights() {
        return RightsDeclaration.start()
                .grant(StopRights.VIEW, Role.MARKETER, Role.VIEWER)
                .grant(StopRights.EDIT, Role.MARKETER)
                .grantIn(AccountKind.CLIENT, StopRights.ERASE);
    }

    @Bean
    StopWords stopWords(Accounts accounts, Format format) {
        return new StopWords(accounts, format);
    }

    @Bean
    MenuEntry stopsMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.stops.title", "/contacts/stops", StopRights.VIEW, 50);
    }

    @Bean
    Slot personTab() {
        return new Slot("contact.tabs", "contacts.person.title", "/contacts/{id}/person", ContactsRights.VIEW, 10);
    }

    @Bean
    MenuEntry eraseMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.erase.title", "/contacts/erase", StopRights.ERASE, 60);
    }

    @Bean
    Sweep removedStops(StopStore stops, Clock clock) {
        return new Sweep(
                "contacts.stops",
                Duration.ofMinutes(10),
                CHUNK,
                () -> stops.forgetRemoved(clock.instant().minus(KEPT), CHUNK));
    }
}
