package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactsConfiguration {
    @Bean
    RightsDeclaration contactsRights() {
        return RightsDeclaration.start()
                .grantIn(AccountKind.CLIENT, ContactsRights.VIEW, Role.MARKETER, Role.VIEWER)
                .grantIn(AccountKind.CLIENT, ContactsRights.EDIT, Role.MARKETER)
                .grantIn(AccountKind.CLIENT, ContactsRights.LOAD, Role.MARKETER)
                .grantIn(AccountKind.CLIENT, ContactsRights.EXPORT, Role.MARKETER);
    }

    @Bean
    MenuEntry contactsMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.title", "/contacts", ContactsRights.VIEW, 10);
    }

    @Bean
    MenuEntry groupsMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.groups.title", "/contacts/groups", ContactsRights.VIEW, 20);
    }

    @Bean
    MenuEntry segmentsMenu() {
        return new MenuEntry(
                Section.CONTACTS, "contacts.segments.title", "/contacts/segments", ContactsRights.VIEW, 22);
    }

    @Bean
    MenuEntry cleaningMenu() {
        return new MenuEntry(
                Section.CONTACTS, "contacts.cleaning.title", "/contacts/cleaning", ContactsRights.EDIT, 50);
    }

    @Bean
    MenuEntry statisticsMenu() {
        return new MenuEntry(
                Section.CONTACTS, "contacts.statistics.title", "/contacts/statistics", ContactsRights.VIEW, 60);
    }

    @Bean
    MenuEntry fieldsMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.fields.title", "/contacts/fields", ContactsRights.VIEW, 60);
    }

    @Bean
    MenuEntry trashMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.trash.title", "/contacts/trash", ContactsRights.VIEW, 70);
    }

    @Bean
    MenuEntry loadMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.load.title", "/contacts/load", ContactsRights.LOAD, 30);
    }

    @Bean
    MenuEntry quickAddMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.quick.title", "/contacts/quick", ContactsRights.LOAD, 32);
    }

    @Bean
    MenuEntry loadsMenu() {
        return new MenuEntry(Section.CONTACTS, "contacts.loads.title", "/contacts/loads", ContactsRights.LOAD, 34);
    }
}
