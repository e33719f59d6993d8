package io.vestnik.platform.webhooks.web;

import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    static final String VIEW = "webhooks:view";
    static final String EDIT = "webhooks:edit";

    @Bean
    MenuEntry webhooksMenu() {
        return new MenuEntry(Section.DEVELOPERS, "webhooks.title", "/webhooks", VIEW, 30);
    }

    @Bean
    RightsDeclaration webhookRights() {
        return RightsDeclaration.start().grant(VIEW, Role.MARKETER, Role.VIEWER).grant(EDIT, Role.MARKETER);
    }
}
