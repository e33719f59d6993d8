package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people and programs may do with messages. */
@Configuration(proxyBeanMethods = false)
class MessageRights {

    @Bean
    RightsDeclaration declaredMessageRights() {
        return RightsDeclaration.start()
                .grant("messages:view", Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grant("messages:send", Role.MARKETER);
    }
}
