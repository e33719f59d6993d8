package io.vestnik.platform.shell;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The frame alone, without a database: one person, a menu of a few pages. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration"
        })
@ComponentScan("io.vestnik.platform.shell")
public class ShellSlice {

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(User.withUsername("anna")
                .password("{noop}secret")
                .authorities("contacts:view", "campaigns:view")
                .build());
    }

    @Bean
    Viewers viewers() {
        return authentication -> authentication instanceof AnonymousAuthenticationToken
                ? Optional.empty()
                : Optional.of(new Viewer("Анна Смирнова", "Магазин «Ромашка»", ZoneId.of("Europe/Moscow")));
    }

    @Bean
    MenuEntry contacts() {
        return new MenuEntry(Section.CONTACTS, "shell.gallery.list.name", "/contacts", "contacts:view", 10);
    }

    @Bean
    MenuEntry loads() {
        return new MenuEntry(Section.CONTACTS, "shell.gallery.list.load", "/dev/gallery", "contacts:view", 20);
    }

    @Bean
    MenuEntry campaigns() {
        return new MenuEntry(Section.CAMPAIGNS, "shell.section.campaigns", "/campaigns", "campaigns:view", 10);
    }

    @Bean
    MenuEntry routes() {
        return new MenuEntry(Section.ROUTES, "shell.section.routes", "/routes", "routes:view", 10);
    }
}
