package io.vestnik.platform.numbering.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NumberingPagesConfiguration {
    @Bean
    RightsDeclaration numberingRights() {
        return RightsDeclaration.start()
                .grantIn(AccountKind.OPERATOR, NumberingRights.VIEW, Role.MARKETER, Role.VIEWER)
                .grantIn(AccountKind.OPERATOR, NumberingRights.EDIT);
    }

    @Bean
    MenuEntry numberingMenu() {
        return new MenuEntry(Section.SYSTEM, "numbering.title", "/numbering", NumberingRights.VIEW, 30);
    }
}
