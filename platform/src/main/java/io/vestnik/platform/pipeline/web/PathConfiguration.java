package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rights of these pages and their places in the menu. */
@Configuration(proxyBeanMethods = false)
class PathConfiguration {
    @Bean
    RightsDeclaration pathRights() {
        return RightsDeclaration.start()
                .grant(PathRights.FULL, Role.MARKETER)
                .grantIn(AccountKind.OPERATOR, PathRights.BELOW, Role.MARKETER, Role.VIEWER)
                .grantIn(AccountKind.PARTNER, PathRights.BELOW, Role.MARKETER, Role.VIEWER)
                .grantIn(AccountKind.OPERATOR, PathRights.STATUS, Role.MARKETER, Role.VIEWER)
                .grantIn(AccountKind.OPERATOR, PathRights.TRACE);
    }

    @Bean
    PathTexts pathTexts(MessageSource messages, Format format) {
        return new PathTexts(messages, format);
    }

    @Bean
    LineWords lineWords(Routes routes, PathTexts texts, PresentZone zone) {
        return new LineWords(routes, texts, zone);
    }

    @Bean
    MenuEntry messageMenu() {
        return new MenuEntry(Section.REPORTS, "pipeline.messages", "/pipeline/messages", PathRights.VIEW, 20);
    }

    @Bean
    MenuEntry statusMenu() {
        return new MenuEntry(Section.SYSTEM, "pipeline.status", "/pipeline/status", PathRights.STATUS, 10);
    }
}
