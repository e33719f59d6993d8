package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.ProgramJournal;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.OpenPath;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The rights of this module, its places in the menu, and the cookie of sessions. */
@Configuration(proxyBeanMethods = false)
class AccountRights {

    static final String USERS = "accounts:users";
    static final String KEYS = "accounts:keys";
    static final String AUDIT = "accounts:audit";
    static final String SELF = "accounts:self";
    /** Opening and keeping the accounts right below: a program may, so it is not named as what concerns people and keys is. */
    static final String CLIENTS = "clients:manage";
    /** Files and long work of the account: for everybody who works in it, not for who only stands at a till. */
    static final String WORK = "work:view";

    @Bean
    RightsDeclaration accountsRights() {
        return RightsDeclaration.start()
                .grant(USERS)
                .grant(KEYS)
                .grant(AUDIT)
                .grant(ProgramJournal.CALLS)
                .grant(ProgramJournal.CHANGES)
                .grant(SELF, Role.values())
                .grantIn(AccountKind.OPERATOR, CLIENTS)
                .grantIn(AccountKind.PARTNER, CLIENTS)
                .grant(WORK, Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER);
    }

    @Bean
    MenuEntry usersMenu() {
        return new MenuEntry(Section.SETTINGS, "accounts.users", "/accounts/users", USERS, 10);
    }

    @Bean
    MenuEntry auditMenu() {
        return new MenuEntry(Section.SETTINGS, "accounts.audit", "/accounts/audit", AUDIT, 90);
    }

    @Bean
    MenuEntry developersMenu() {
        return new MenuEntry(Section.DEVELOPERS, "accounts.developers", "/accounts/developers", KEYS, 5);
    }

    @Bean
    MenuEntry callsMenu() {
        return new MenuEntry(Section.DEVELOPERS, "accounts.calls", "/accounts/calls", KEYS, 15);
    }

    @Bean
    MenuEntry keysMenu() {
        return new MenuEntry(Section.DEVELOPERS, "accounts.keys", "/accounts/keys", KEYS, 10);
    }

    /** The cookie of a session: out of reach of scripts and of other sites' forms, and for https only where the page is. */
    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("vestnik");
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    Slot passwordLink() {
        return new Slot(Slot.USER, "accounts.password", "/accounts/password", SELF, 10);
    }

    @Bean
    OpenPath signInPath() {
        return new OpenPath("/sign-in", "everyone comes in through it");
    }

    @Bean
    OpenPath linkPaths() {
        return new OpenPath("/sign-in/*", "who sets a password by a link has none to sign in with");
    }
}
