package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.domain.Rights;
import io.vestnik.platform.shell.OpenPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Walks every route of the running application. */
@WebTest
class RouteTests {

    /** Where failed requests end, and the description of the API, which holds nothing of anyone. */
    private static final Set<String> OPEN = Set.of("/error", "/api/v1/docs", "/api/v1/openapi.json");

    private static final Pattern RIGHT = Pattern.compile("has(?:Any)?Authority\\(([^)]*)\\)");

    private final MockMvcTester mvc;
    private final ApplicationContext context;

    @Autowired
    RouteTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
    }

    @Test
    void eachHandlerDeclaresARightThatExistsOrIsOpenForAReason() {
        Rights rights = context.getBean(Rights.class);
        List<String> faults = new ArrayList<>();
        routes().forEach((route, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("io.vestnik.")) {
                return; // of a library: behind the sign-in like everything that is not open
            }
            PreAuthorize declared = declared(handler);
            boolean everyPathIsOpen = route.getPatternValues().stream().allMatch(this::open);
            if (declared == null && !everyPathIsOpen) {
                faults.add(route + " declares no right");
            } else if (declared != null && declared.value().contains("permitAll") && !everyPathIsOpen) {
                faults.add(route + " is for all, but no OpenPath says why");
            } else if (declared != null) {
                names(declared).stream()
                        .filter(right -> !rights.declared().contains(right))
                        .forEach(right -> faults.add(route + " asks for " + right + ", which no module declares"));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void gettingChangesNothing() {
        List<String> faults = routes().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().isEmpty())
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> !OPEN.contains(path) && !path.startsWith("/api/v1/docs"))
                .toList();
        assertThat(faults).as("routes that take any method").isEmpty();
    }

    @Test
    void ofLibrariesOnlyTheDescriptionOfTheApiIsReached() {
        List<String> paths = routes().entrySet().stream()
                .filter(it -> !it.getValue().getBeanType().getPackageName().startsWith("io.vestnik."))
                .flatMap(it -> it.getKey().getPatternValues().stream())
                .toList();
        assertThat(paths).containsExactlyInAnyOrder("/api/v1/openapi.json", "/api/v1/openapi.json.yaml");
        assertThat(mvc.get().uri("/api/v1/openapi.json")).hasStatusOk();
        assertThat(mvc.get().uri("/api/v1/openapi.json.yaml"))
                .as("a second writing of the same")
                .hasStatus(401);
        for (String page : List.of("/swagger-ui.html", "/swagger-ui/index.html", "/v3/api-docs", "/v3/api-docs.yaml")) {
            assertThat(mvc.get().uri(page).with(SignIns.as("operator", context)))
                    .as(page)
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/webjars/swagger-ui/index.html").with(SignIns.as("operator", context)))
                .hasStatus(403);
    }

    private Map<RequestMappingInfo, HandlerMethod> routes() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    private boolean open(String path) {
        return OPEN.contains(path)
                || context.getBeanProvider(OpenPath.class).stream()
                        .anyMatch(it -> PathPatternParser.defaultInstance
                                .parse(it.pattern())
                                .matches(PathContainer.parsePath(path)));
    }

    /** What the handler says of who may call it; none where it says nothing. */
    static @Nullable PreAuthorize declared(HandlerMethod handler) {
        PreAuthorize ofMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        return ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
    }

    /** The rights that a declaration asks for. */
    static List<String> names(PreAuthorize declared) {
        List<String> names = new ArrayList<>();
        Matcher matcher = RIGHT.matcher(declared.value());
        while (matcher.find()) {
            for (String name : matcher.group(1).split(",", -1)) {
                names.add(name.strip().replace("'", ""));
            }
        }
        return names;
    }
}
