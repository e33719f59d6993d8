package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The owner of an account alone settles how it sends. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {
    static final String SETTLE = "messages:settle";
    static final String MAY_SETTLE = "hasAuthority('" + SETTLE + "')";

    @Bean
    RightsDeclaration sendingRights() {
        return RightsDeclaration.start().grant(SETTLE);
    }

    @Bean
    SendingWords sendingWords(PathTexts texts) {
        return new SendingWords(texts);
    }

    @Bean
    MenuEntry sendingMenu() {
        return new MenuEntry(Section.SETTINGS, "pipeline.sending", "/pipeline/sending", SETTLE, 50);
    }

    @Bean
    Slot testModeOfClient() {
        return new Slot("billing.client", "pipeline.sending.test", "/pipeline/clients/{id}/test", "clients:manage", 10);
    }
}
