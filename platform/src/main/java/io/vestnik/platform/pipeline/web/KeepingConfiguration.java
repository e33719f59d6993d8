package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The owner of an account alone decides how long its texts are kept. */
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {
    static final String KEEP = "messages:keep";
    static final String MAY_KEEP = "hasAuthority('" + KEEP + "')";

    @Bean
    RightsDeclaration keepingRights() {
        return RightsDeclaration.start().grant(KEEP);
    }

    @Bean
    MenuEntry keepingMenu() {
        return new MenuEntry(Section.SETTINGS, "pipeline.keeping", "/pipeline/keeping", KEEP, 60);
    }
}
