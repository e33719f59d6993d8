package io.vestnik.platform.shell.web;

import static org.springframework.security.config.Customizer.withDefaults;

import io.vestnik.platform.shell.BearerTokens;
import io.vestnik.platform.shell.OpenPath;
import io.vestnik.platform.shell.QuotaHeaders;
import io.vestnik.platform.shell.ServedHosts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Two chains: programs under {@code /api/} with a bearer token, without session, cookies and CSRF; people everywhere else. A door
 * with rules of its own adds a chain of a smaller order.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class WebSecurity {

    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                    + " 'none'";

    private static final String POWERS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    HttpFirewall hostFirewall(WebSettings settings, ObjectProvider<ServedHosts> served) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(
                host -> settings.allows(host) || served.stream().anyMatch(it -> it.serves(host)));
        return firewall;
    }

    @Bean
    @Order(50)
    SecurityFilterChain programChain(HttpSecurity http, ObjectProvider<BearerTokens> tokens, ProblemAnswers answers)
            throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> {
                    headers(headers);
                    headers.addHeaderWriter(new QuotaHeaders());
                })
                .addFilterBefore(new BearerFilter(tokens, answers), AuthorizationFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(it -> it.requestMatchers("/api/v1/openapi.json.yaml")
                        .denyAll()
                        .requestMatchers("/api/v1/openapi.json", "/api/v1/docs/**", "/api/v1/docs")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain peopleChain(
            HttpSecurity http,
            ObjectProvider<OpenPath> open,
            ObjectProvider<SecurityContextRepository> sessions,
            SignInSteps steps)
            throws Exception {
        String[] paths = open.stream().map(OpenPath::pattern).toArray(String[]::new);
        SecurityContextRepository kept = sessions.getIfAvailable(HttpSessionSecurityContextRepository::new);
        return http.headers(WebSecurity::headers)
                .securityContext(it -> it.securityContextRepository(kept))
                .csrf(it -> it.csrfTokenRepository(tokens()).csrfTokenRequestHandler(new HeaderForUploads()))
                .requestCache(it -> it.requestCache(pages()))
                .formLogin(it -> it.loginPage("/sign-in")
                        .usernameParameter("login")
                        .failureHandler(steps)
                        .permitAll())
                .logout(it -> it.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?left")
                        .permitAll())
                .exceptionHandling(it -> it.authenticationEntryPoint(steps).accessDeniedHandler(steps))
                .authorizeHttpRequests(it -> it.requestMatchers(paths)
                        .permitAll()
                        // The pages that libraries bring along are not ours.
                        .requestMatchers("/webjars/*/*.html", "/webjars/*/*/*.html")
                        .denyAll()
                        .requestMatchers("/static/**", "/webjars/**", "/error", "/favicon.ico")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** A cookie, so that a person who has not signed in costs no session. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookieCustomizer(it -> it.sameSite("Lax").httpOnly(true).path("/"));
        return tokens;
    }

    /** Remembers where a person wanted to go: to a page, and not to what a page asks for by itself. */
    private static CookieRequestCache pages() {
        CookieRequestCache pages = new CookieRequestCache();
        pages.setRequestMatcher(WebSecurity::isPage);
        return pages;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && (accepted == null || accepted.contains("text/html"));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(it -> it.policy(POWERS))
                .crossOriginOpenerPolicy(withDefaults())
                // Names below ours may be somebody else's, who has no https.
                .httpStrictTransportSecurity(it -> it.includeSubDomains(false))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
