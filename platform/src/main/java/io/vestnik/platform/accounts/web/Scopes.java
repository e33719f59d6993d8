package io.vestnik.platform.accounts.web;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a key can be limited to: the rights that the routes under {@code /api/} ask for, as they declare them. A route that declares none
 * does not exist: a test walks them all.
 */
@Component
class Scopes {

    private static final String PROGRAMS = "/api/";
    private static final Pattern RIGHT = Pattern.compile("'([a-z]+:[a-z-]+)'");

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Scopes(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /** All that there are, by name. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        routes.stream()
                .flatMap(it -> it.getHandlerMethods().entrySet().stream())
                .filter(it -> it.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith(PROGRAMS)))
                .flatMap(it -> rights(it.getValue()))
                .forEach(all::add);
        return all;
    }

    private static Stream<String> rights(HandlerMethod handler) {
        @Nullable
        PreAuthorize declared = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        if (declared == null) {
            declared = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        }
        return declared == null
                ? Stream.empty()
                : RIGHT.matcher(declared.value()).results().map(it -> it.group(1));
    }
}
