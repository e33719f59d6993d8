package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.Keys;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.AccountBook;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.SenderFixtures;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route of the running application that names an object in its path, pages and API, with an object of another account: who
 * may use the route gets 404, as if there were none, and who may not gets 403. Each object is then asked for by its owner, so that a
 * 404 proves something. Since the owner's call does what it is for, nothing else may run on what the walk leaves behind.
 */
@WebTest
@DirtiesContext
class ForeignIdTests {

    private static final int BAD = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BROKEN = 500;

    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final ForeignObjects objects;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    @Autowired
    ForeignIdTests(MockMvcTester mvc, ApplicationContext context) {
        this.mvc = mvc;
        this.context = context;
        this.objects = new ForeignObjects(context);
    }

    /** One method of one path; the path is written as {@code /contacts/{id}}. */
    private record Route(HttpMethod method, String path, HandlerMethod handler, boolean stream) {

        private String name() {
            return method + " " + path;
        }

        private boolean api() {
            return path.startsWith("/api/");
        }

        /** Whether it takes a file, which comes in another kind of body. */
        private boolean takesFile() {
            return Arrays.stream(handler.getMethodParameters())
                    .anyMatch(it -> it.getParameterType().equals(MultipartFile.class));
        }

        private boolean open(Who who) {
            PreAuthorize declared = RouteTests.declared(handler);
            List<String> rights = declared == null ? List.of() : RouteTests.names(declared);
            return rights.isEmpty() || rights.stream().anyMatch(who::may);
        }
    }

    @Test
    void whateverBelongsToAnotherAccountIsNotThere() {
        List<String> strangers = new ArrayList<>(List.of("client", "partner", "operator"));
        strangers.addAll(otherPartnerAndItsClient());
        List<String> faults = new ArrayList<>();
        List<Route> routes = routes();
        for (Route route : routes) {
            Optional<ForeignObjects.Target> target = objects.targetOf(route.path());
            if (target.isEmpty()) {
                faults.add(route.name() + " names an object, but ForeignObjects has no line that makes one:"
                        + " add it, so that this test can ask for it from another account");
            } else {
                walk(route, target.get(), strangers, faults);
            }
        }
        assertThat(routes).as("routes that name an object").hasSizeGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    private void walk(Route route, ForeignObjects.Target target, List<String> strangers, List<String> faults) {
        for (String stranger : strangers) {
            if (stranger.equals(target.owner())) {
                continue;
            }
            int expected = route.open(who(route, stranger)) ? NOT_FOUND : FORBIDDEN;
            int answer = ask(route, target.path(), stranger);
            if (target.above().contains(stranger)) {
                if (answer >= BAD) {
                    faults.add(route.name() + " answers " + stranger + ", who may look from above, with " + answer);
                }
            } else if (answer != expected) {
                faults.add(route.name() + " answers " + stranger + " with " + answer + " instead of " + expected
                        + " for an object of " + target.owner()
                        + (answer == 400 || answer == 422 ? ": it needs more in ForeignObjects.form" : ""));
            }
        }
        if (route.stream() || ForeignObjects.NOT_THERE_FOR_THE_OWNER_EITHER.containsKey(route.name())) {
            return;
        }
        int answer = ask(route, target.path(), target.owner());
        if (answer == NOT_FOUND || answer == FORBIDDEN || answer >= BROKEN) {
            faults.add(route.name() + " answers its owner " + target.owner() + " with " + answer
                    + ", so its 404 to others proves nothing");
        }
    }

    private int ask(Route route, String path, String login) {
        if (route.api() && route.takesFile()) {
            return mvc.post()
                    .uri(path)
                    .multipart()
                    .file(new MockMultipartFile("file", "walk.pdf", "application/pdf", SenderFixtures.pdf()))
                    .header("Authorization", "Bearer " + token(login))
                    .exchange()
                    .getResponse()
                    .getStatus();
        }
        MockMvcRequestBuilder request = mvc.method(route.method()).uri(path);
        if (route.api()) {
            request.header("Authorization", "Bearer " + token(login));
            if (!route.method().equals(HttpMethod.GET)) {
                request.contentType(MediaType.APPLICATION_JSON).content("{\"preview\": 1}");
            }
        } else {
            request.with(SignIns.as(login, context)).with(csrf());
            if (!route.method().equals(HttpMethod.GET)) {
                objects.form(SignIns.who(login, context)).forEach(request::param);
            }
        }
        return request.exchange().getResponse().getStatus();
    }

    private Who who(Route route, String login) {
        return route.api()
                ? ((Admission.Admitted) context.getBean(Keys.class).admit(token(login), "127.0.0.1")).who()
                : SignIns.who(login, context);
    }

    private String token(String login) {
        return tokens.computeIfAbsent(
                login,
                it -> context.getBean(KeyRing.class)
                        .create(SignIns.who(it, context), "walk", Role.OWNER)
                        .orElseThrow());
    }

    /** Two more accounts beside those of the demonstration, whose owners are no less than its owners. */
    private List<String> otherPartnerAndItsClient() {
        AccountId operator = SignIns.who("operator", context).account();
        AccountId partner = account(AccountKind.PARTNER, operator, "other-partner");
        account(AccountKind.CLIENT, partner, "other-client");
        return List.of("other-partner", "other-client");
    }

    private AccountId account(AccountKind kind, AccountId parent, String owner) {
        AccountBook book = context.getBean(AccountBook.class);
        AccountId account = book.open(
                new AccountBook.NewAccount(kind, parent, owner, "RUB", ZoneId.of("Europe/Moscow"), "RU"),
                Instant.EPOCH);
        book.refresh();
        assertThat(context.getBean(People.class)
                        .add(new People.NewPerson(account, owner, null, owner, Role.OWNER, "-"), Instant.EPOCH))
                .isPresent();
        return account;
    }

    private List<Route> routes() {
        Map<String, Route> routes = new TreeMap<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> of(mapping, handler).stream()
                        .filter(route -> route.path().contains("{"))
                        .forEach(route -> routes.put(route.name(), route)));
        return List.copyOf(routes.values());
    }

    private static List<Route> of(RequestMappingInfo mapping, HandlerMethod handler) {
        boolean stream =
                mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> new Route(
                                method.asHttpMethod(),
                                path.replaceAll(":(?:[^{}]|\\{[^}]*})*}", "}"),
                                handler,
                                stream)))
                .toList();
    }
}
