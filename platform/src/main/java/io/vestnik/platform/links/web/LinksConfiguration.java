package io.vestnik.platform.links.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.links.LinkDomains;
import io.vestnik.platform.links.domain.LinkSettings;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.OpenPath;
import io.vestnik.platform.shell.Section;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The short path, which knows neither sessions nor cookies, and who may settle what. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkSettings.class)
class LinksConfiguration {
    static final String SETTLE = "links:settle";
    static final String FORBID = "links:forbid";
    static final String MAY_SETTLE = "hasAuthority('" + SETTLE + "')";
    static final String MAY_FORBID = "hasAuthority('" + FORBID + "')";

    @Bean
    @Order(40)
    SecurityFilterChain shortPath(HttpSecurity http) throws Exception {
        return http.securityMatcher("/l/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable) // each answer carries its own
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    @Bean
    OpenPath links() {
        return new OpenPath("/l/*", "whoever has the code of a link follows it");
    }

    @Bean
    OpenPath goingOn() {
        return new OpenPath("/l/*/on", "whoever was told where a link leads goes on to it");
    }

    @Bean
    OpenPath returning() {
        return new OpenPath("/l/*/back", "whoever unsubscribed by a link comes back by it");
    }

    @Bean
    RightsDeclaration linkRights() {
        return RightsDeclaration.start()
                .grant(SETTLE)
                .grantIn(AccountKind.OPERATOR, LinkDomains.DOMAIN)
                .grantIn(AccountKind.PARTNER, LinkDomains.DOMAIN)
                .grantIn(AccountKind.OPERATOR, FORBID);
    }

    @Bean
    MenuEntry linksMenu() {
        return new MenuEntry(Section.SETTINGS, "links.settings", "/links/settings", SETTLE, 60);
    }
}
