package io.vestnik.platform.smsc.web;

import io.vestnik.platform.shell.OpenPath;
import io.vestnik.platform.shell.QuotaHeaders;
import io.vestnik.platform.smsc.domain.Door;
import io.vestnik.platform.smsc.domain.RequestStore;
import io.vestnik.platform.smsc.domain.SmscSettings;
import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The paths of the scripts, which know neither sessions nor cookies: each request says itself who asks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmscSettings.class)
class SmscConfiguration {
    private static final String SCRIPTS = "/sys/*";
    private static final String REST = "/rest/*";
    private static final int CHUNK = 5_000;

    @Bean
    ServletRegistrationBean<SmscServlet> smscScripts(Door door) {
        return new ServletRegistrationBean<>(new SmscServlet(door), SCRIPTS, REST);
    }

    @Bean
    @Order(45)
    SecurityFilterChain smscChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sys/**", "/rest/**")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.addHeaderWriter(new QuotaHeaders()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    @Bean
    Sweep outlivedRequests(RequestStore requests, Clock clock) {
        return new Sweep("smsc.request", Duration.ofMinutes(1), CHUNK, () -> requests.sweep(clock.instant(), CHUNK));
    }

    @Bean
    OpenPath smscOpen() {
        return new OpenPath(SCRIPTS, "a program brings its login or key in the parameters of each request");
    }
}
