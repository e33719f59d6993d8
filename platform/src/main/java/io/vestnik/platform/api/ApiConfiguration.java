package io.vestnik.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters and the description of the API. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    private static final String EVERYTHING = "/api/v1/*";
    /** Behind the filter that knows who asks. */
    private static final int BEHIND_SECURITY = 10;

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Refusals refusals) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(refusals));
        filter.addUrlPatterns(EVERYTHING);
        filter.setOrder(BEHIND_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Idempotency> idempotency(IdempotencyStore store, Refusals refusals) {
        FilterRegistrationBean<Idempotency> filter = new FilterRegistrationBean<>(new Idempotency(store, refusals));
        filter.addUrlPatterns(EVERYTHING);
        filter.setOrder(BEHIND_SECURITY + 1);
        return filter;
    }

    @Bean
    MenuEntry docsMenu() {
        return new MenuEntry(Section.DEVELOPERS, "api.docs.title", "/api/v1/docs", "accounts:keys", 20);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Vestnik API")
                        .version("v1")
                        .description("Messages, contacts and campaigns. Money is a decimal number as a string; ids are"
                                + " strings; refusals are application/problem+json (RFC 9457) with stable types."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key of your account")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
