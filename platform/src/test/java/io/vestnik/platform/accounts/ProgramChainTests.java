package io.vestnik.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.domain.ApiAccess;
import io.vestnik.platform.accounts.domain.ApiKeys;
import io.vestnik.platform.accounts.domain.Call;
import io.vestnik.platform.accounts.domain.CallJournal;
import io.vestnik.platform.accounts.domain.CallStore;
import io.vestnik.platform.accounts.domain.Daytime;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a key may, over the chain that all doors for programs stand behind. */
@WebTest
class ProgramChainTests {

    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final KeyRing ring;

    @Autowired
    ProgramChainTests(MockMvcTester mvc, ApplicationContext context, KeyRing ring) {
        this.mvc = mvc;
        this.context = context;
        this.ring = ring;
    }

    @Test
    void refusesWhatGoesBeyondALimitAndTellsWhatIsLeft() {
        String token = key(terms(null, null, false, Map.of(Span.MONTH, 3L))).token();
        assertThat(get("/api/v1/messages", token))
                .hasStatusOk()
                .hasHeader("RateLimit-Limit", "3")
                .hasHeader("RateLimit-Remaining", "3")
                .satisfies(it -> assertThat(it.getResponse().getHeader("RateLimit-Policy"))
                        .matches("\"messages-month\";q=3;w=\\d{7}"))
                .satisfies(it -> assertThat(it.getResponse().getHeader("RateLimit"))
                        .matches("\"messages-month\";r=3;t=\\d{1,7}"));
        assertThat(send(token, "transactional", 2)).hasStatusOk().hasHeader("RateLimit-Remaining", "1");
        assertThat(send(token, "transactional", 2))
                .hasStatus(429)
                .hasHeader("RateLimit-Remaining", "1")
                .satisfies(it ->
                        assertThat(it.getResponse().getHeader("Retry-After")).matches("[1-9]\\d*"))
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vestnik:problem:key-limit");
        assertThat(send(token, "transactional", 1)).hasStatusOk().hasHeader("RateLimit-Remaining", "0");
    }

    @Test
    void tellsAKeyWithoutLimitsNothing() {
        assertThat(get("/api/v1/messages", key(KeyTerms.USUAL).token()))
                .hasStatusOk()
                .doesNotContainHeader("RateLimit")
                .doesNotContainHeader("RateLimit-Limit");
    }

    @Test
    void sendsWithinTheHoursOfTheKeyAndCodesAtOnceWhereItMay() {
        LocalTime soon = now().toLocalTime().plusHours(2);
        Daytime closed = new Daytime(soon, soon.plusHours(1));
        String patient = key(terms(null, closed, false, Map.of())).token();
        assertThat(send(patient, "code", 1)).hasStatus(403);
        assertThat(send(patient, "transactional", 1))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vestnik:problem:key-hours");
        assertThat(get("/api/v1/messages", patient)).as("reading").hasStatusOk();
        String instant = key(terms(null, closed, true, Map.of())).token();
        assertThat(send(instant, "code", 1)).hasStatusOk();
        assertThat(send(instant, "transactional", 1)).hasStatus(403);
    }

    @Test
    void letsNobodyInAfterTheLastDayOrFromElsewhere() {
        LocalDate yesterday = now().toLocalDate().minusDays(1);
        assertThat(get(
                        "/api/v1/messages",
                        key(terms(yesterday, null, false, Map.of())).token()))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vestnik:problem:key-ended");
        KeyTerms elsewhere = new KeyTerms(
                Set.of(), List.of(AddressRange.parse("198.51.100.0/24").orElseThrow()), null, null, false, Map.of());
        assertThat(get("/api/v1/messages", key(elsewhere).token()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vestnik:problem:key-address");
    }

    @Test
    void givesAKeyTheScopesThatWereChosenOfThoseOfItsRole() {
        KeyTerms reading =
                new KeyTerms(Set.of("messages:view", "accounts:keys"), List.of(), null, null, false, Map.of());
        String token = key(reading).token();
        assertThat(get("/api/v1/messages", token)).hasStatusOk();
        assertThat(send(token, "code", 1))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vestnik:problem:no-right");
        assertThat(get("/api/v1/balance", token)).hasStatus(403);
    }

    @Test
    void refusesEveryProgramWhileTheApiIsOff() {
        ApiAccess access = context.getBean(ApiAccess.class);
        String token = key(KeyTerms.USUAL).token();
        access.turn(client(), false);
        try {
            assertThat(get("/api/v1/messages", token))
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("urn:vestnik:problem:api-off");
        } finally {
            access.turn(client(), true);
        }
        assertThat(get("/api/v1/messages", token)).hasStatusOk();
    }

    @Test
    void letsBothTokensWorkWhileAKeyIsChanged() {
        KeyRing.Made made = key(KeyTerms.USUAL);
        String second = ring.renew(client(), made.id(), Duration.ofHours(1)).orElseThrow();
        assertThat(get("/api/v1/messages", made.token())).hasStatusOk();
        assertThat(get("/api/v1/messages", second)).hasStatusOk();
        String third = ring.renew(client(), made.id(), Duration.ZERO).orElseThrow();
        assertThat(get("/api/v1/messages", made.token())).hasStatus(401);
        assertThat(get("/api/v1/messages", second)).hasStatus(401);
        assertThat(get("/api/v1/messages", third)).hasStatusOk();
        assertThat(ring.revoke(client(), made.id())).isTrue();
        assertThat(get("/api/v1/messages", third)).hasStatus(401);
    }

    @Test
    void notesCallsWithoutPhonesAndSecrets() {
        ApiKeys.Draft draft = new ApiKeys.Draft("Noted", Role.OWNER, KeyTerms.USUAL);
        KeyRing.Made made = ring.create(client(), draft).orElseThrow();
        get("/api/v1/messages?recipient=79160000001&token=" + made.token(), made.token());
        get("/api/v1/messages/123456789012", made.token());
        get("/api/v1/nothing/79160000001", made.token());
        send(made.token(), "code", 1);
        List<Call> calls = await().until(() -> noted("Noted"), it -> it.size() == 4);
        assertThat(calls)
                .extracting(call -> call.method() + " " + call.route() + " " + call.status())
                .containsExactlyInAnyOrder(
                        "GET /api/v1/messages 200",
                        "GET /api/v1/messages/{id} 404",
                        "GET /api/v1/nothing/… 404",
                        "POST /api/v1/messages 200");
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.key()).isEqualTo(made.id());
            assertThat(call.request()).hasSize(10);
            assertThat(call.toString()).doesNotContain("7916", made.token());
        });
    }

    @Test
    void turnsAwayWhatAKeyGoesOnAskingWhileItsRefusedRequestsWait() {
        String token = key(terms(null, null, false, Map.of(Span.MONTH, 1L))).token();
        for (int i = 0; i < 11; i++) {
            assertThat(send(token, "transactional", 2)).hasStatus(429);
        }
        List<String> flood = types(token, 200);
        assertThat(flood).contains("urn:vestnik:problem:busy").contains("urn:vestnik:problem:key-limit");
        assertThat(get(
                        "/api/v1/messages",
                        key(terms(null, null, false, Map.of())).token()))
                .as("another key of the same account")
                .hasStatusOk();
        context.getBean(CallJournal.class).write(); // of an account it notes so many a round
    }

    /** The problems of so many requests at once. */
    private List<String> types(String token, int requests) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, requests)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> send(token, "transactional", 2), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(it -> new String(it.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                    .map(it -> it.replaceFirst("(?s).*\"(urn:[^\"]+)\".*", "$1"))
                    .toList();
        }
    }

    /** Of the calls of a key those that are written down; a round that is under way writes them a moment later. */
    private List<Call> noted(String name) {
        context.getBean(CallJournal.class).write();
        CallStore.Wanted ours = new CallStore.Wanted("", name, null, List.of());
        return context
                .getBean(CallStore.class)
                .list(client().account(), ours, new CallStore.Order(false, true), null, 10)
                .items()
                .stream()
                .map(CallStore.Line::call)
                .toList();
    }

    /** Messages of a sender that nobody has: offered and counted, and not taken, so that nothing is left behind. */
    private MvcTestResult send(String token, String type, int messages) {
        String one = "{\"sender\": \"NOBODYS\", \"recipient\": \"+79160000001\", \"text\": \"Hello\", \"type\": \""
                + type + "\"}";
        return mvc.post()
                .uri("/api/v1/messages")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"messages\": [" + String.join(", ", Collections.nCopies(messages, one)) + "]}")
                .exchange();
    }

    private MvcTestResult get(String uri, String token) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private KeyRing.Made key(KeyTerms terms) {
        return ring.create(client(), new ApiKeys.Draft("Chain", Role.OWNER, terms))
                .orElseThrow();
    }

    private static KeyTerms terms(
            @Nullable LocalDate lastDay, @Nullable Daytime hours, boolean instant, Map<Span, Long> limits) {
        return new KeyTerms(Set.of(), List.of(), lastDay, hours, instant, limits);
    }

    private Who client() {
        return SignIns.who("client", context);
    }

    private ZonedDateTime now() {
        return context.getBean(Clock.class)
                .instant()
                .atZone(context.getBean(Accounts.class).get(client().account()).zone());
    }
}
