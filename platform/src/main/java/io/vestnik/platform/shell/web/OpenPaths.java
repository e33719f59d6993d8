package io.vestnik.platform.shell.web;

import io.vestnik.platform.shell.OpenPath;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the frame itself shows to those who have not signed in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class OpenPaths {

    @Bean
    OpenPath healthPath() {
        return new OpenPath("/health", "launchers and balancers have no account");
    }

    @Bean
    OpenPath languagePath() {
        return new OpenPath("/shell/language", "the sign-in page has a language too");
    }
}
