package io.vestnik.platform.webhooks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointPaused;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.domain.EndpointStore;
import io.vestnik.platform.webhooks.domain.ToldOnce;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class WebhookPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final Webhooks webhooks;
    private final ToldOnce told;
    private long id;

    @Autowired
    WebhookPagesTests(MockMvcTester mvc, ApplicationContext context, Webhooks webhooks, ToldOnce told) {
        this.mvc = mvc;
        this.context = context;
        this.webhooks = webhooks;
        this.told = told;
    }

    @BeforeEach
    void one() {
        var draft = new Webhooks.Draft("https://127.0.0.1:81/hook", Hears.USUAL, 1);
        id = ((Webhooks.Saved.Kept) webhooks.create(who(), draft)).endpoint().id();
    }

    @AfterEach
    void none() {
        webhooks.list(who().account()).forEach(it -> webhooks.delete(who(), it.id()));
    }

    @Test
    void showsEveryPageInBothLanguages() {
        long line = told.told(who().account(), id);
        String one = "/webhooks/" + id;
        for (String page : new String[] {
            "/webhooks",
            "/webhooks/new",
            one,
            one + "/edit",
            "/webhooks/journal",
            "/webhooks/journal?state=waiting",
            "/webhooks/journal?q=nothing",
            "/webhooks/journal?endpoint=" + id,
            "/webhooks/journal/" + line
        }) {
            for (String language : new String[] {"ru", "en"}) {
                assertThat(get(page).header("Accept-Language", language))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
        assertThat(get("/webhooks/journal/" + line))
                .bodyText()
                .contains("7916***4567", "webhook-signature: v1,…", "Out of &lt;memory&gt;")
                .doesNotContain("79161234567");
    }

    @Test
    void addsAnAddressAndShowsItsSecret() {
        assertThat(post("/webhooks")
                        .param("url", "https://shop.example/hook")
                        .param("events", "every")
                        .param("batch", "10")
                        .param("millis", "500"))
                .hasStatus3xxRedirection();
        Endpoint added = webhooks.list(who().account()).getLast();
        assertThat(added.url()).isEqualTo("https://shop.example/hook");
        assertThat(added.batch()).isEqualTo(10);
        assertThat(added.waitMillis()).isEqualTo(500);
        assertThat(get("/webhooks/" + added.id()).header("Accept-Language", "ru"))
                .bodyText()
                .contains("ждём их до 500 мс");
        assertThat(get("/webhooks/" + added.id())).bodyText().contains("whsec_");
        assertThat(post("/webhooks").param("url", "ftp://shop").param("batch", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("ftp://shop");
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        EndpointStore store = context.getBean(EndpointStore.class);
        store.failing(Map.of(id, "timeout"), Instant.EPOCH);
        assertThat(get("/webhooks").header("Accept-Language", "ru"))
                .bodyText()
                .contains("Есть адреса, которые не отвечают", "нет ответа вовремя");
        assertThat(store.pause(Instant.EPOCH.plusSeconds(1)))
                .extracting(EndpointPaused::endpoint)
                .contains(id);
        for (String page : List.of("/webhooks", "/webhooks/" + id)) {
            assertThat(get(page).header("Accept-Language", "ru"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Приостановлен");
        }
        assertThat(get("/webhooks/" + id).header("Accept-Language", "ru"))
                .bodyText()
                .contains("мы перестали его вызывать");
        store.state(id, EndpointState.GONE);
        assertThat(get("/webhooks/" + id).header("Accept-Language", "ru"))
                .bodyText()
                .contains("Адрес ответил 410");
    }

    @Test
    void keepsWhatAnAddressHearsOfAndInWhichForm() {
        assertThat(post("/webhooks")
                        .param("url", "https://shop.example/low")
                        .param("events", "none")
                        .param("senders", "true")
                        .param("balance", "1 500,5")
                        .param("batch", "1"))
                .hasStatus3xxRedirection();
        Endpoint added = webhooks.list(who().account()).getLast();
        assertThat(added.hears()).isEqualTo(new Hears(Hears.States.NONE, false, false, true, Money.of("1500.5")));
        assertThat(get("/webhooks/" + added.id() + "/edit")).bodyText().contains("value=\"1500.5\"");
        assertThat(post("/webhooks")
                        .param("url", "https://shop.example/low")
                        .param("form", "smsc")
                        .param("balance", "100"))
                .hasStatus(422)
                .bodyText()
                .contains("Совместимый вид не знает");
        assertThat(post("/webhooks").param("url", "https://shop.example/low").param("balance", "much"))
                .hasStatus(422)
                .bodyText()
                .contains("Сумма от 0");
    }

    @Test
    void tellsAgainWhatEndedInATime() {
        told.told(who().account(), id); // at the first second of 22 November 2026, UTC
        assertThat(post("/webhooks/" + id + "/resend")
                        .param("from", "2026-11-22T00:00")
                        .param("until", "2026-11-22T02:00"))
                .hasStatus3xxRedirection();
        assertThat(get("/webhooks/journal?state=waiting&endpoint=" + id))
                .bodyText()
                .doesNotContain("/webhooks/journal/");
        assertThat(post("/webhooks/" + id + "/resend")
                        .param("from", "2026-11-22T02:00")
                        .param("until", "2026-11-22T04:00"))
                .hasStatus3xxRedirection();
        assertThat(get("/webhooks/journal?state=waiting&endpoint=" + id))
                .bodyText()
                .contains("/webhooks/journal/");
    }

    @Test
    void showsTheSecretOfAddressesInMessagesBeforeTheirFirstUse() {
        String there = String.valueOf(
                post("/webhooks/messages").exchange().getResponse().getRedirectedUrl());
        assertThat(get(there)).bodyText().contains("whsec_");
        assertThat(get(there + "/edit")).bodyText().doesNotContain("name=\"batch\"");
        assertThat(post(there).param("events", "every").param("version", "1")).hasStatus3xxRedirection();
        Endpoint messages = webhooks.list(who().account()).stream()
                .filter(it -> it.url() == null)
                .findFirst()
                .orElseThrow();
        assertThat(messages.hears().states()).isEqualTo(Hears.States.EVERY);
        assertThat(webhooks.delete(who(), messages.id())).isFalse();
    }

    @Test
    void savesOnlyWhatWasReadLast() {
        assertThat(change(1)).hasStatus3xxRedirection();
        assertThat(change(1)).hasStatus(409);
    }

    @Test
    void switchesOffAndOnAndChangesTheSecret() {
        Optional<String> before = webhooks.secret(who().account(), id);
        assertThat(post("/webhooks/" + id + "/off")).hasStatus3xxRedirection();
        assertThat(endpoint().state()).isEqualTo(EndpointState.OFF);
        assertThat(post("/webhooks/" + id + "/on")).hasStatus3xxRedirection();
        assertThat(endpoint().state()).isEqualTo(EndpointState.ON);
        assertThat(post("/webhooks/" + id + "/rotate")).hasStatus3xxRedirection();
        assertThat(webhooks.secret(who().account(), id)).isPresent().isNotEqualTo(before);
        long old = endpoint().oldSecrets().getFirst().id();
        String end = "/webhooks/" + id + "/secrets/" + old + "/end";
        assertThat(get("/webhooks/" + id)).bodyText().contains(end);
        assertThat(post(end)).hasStatus3xxRedirection();
        assertThat(get("/webhooks/" + id)).bodyText().doesNotContain(end);
        assertThat(post(end)).hasStatus(404);
    }

    @Test
    void triesAnAddressAndNeverReachesThisMachine() {
        var result = post("/webhooks/" + id + "/test").exchange();
        assertThat(result).hasStatus3xxRedirection();
        assertThat(String.valueOf(result.getMvcResult().getFlashMap().get("toast")))
                .contains("FAILURE", "адрес не найден или запрещён");
    }

    @Test
    void tellsAgainWhatWasGivenUp() {
        long line = told.told(who().account(), id);
        assertThat(post("/webhooks/journal/" + line + "/resend")).hasStatus3xxRedirection();
        assertThat(get("/webhooks/journal?state=waiting&endpoint=" + id))
                .bodyText()
                .contains("/webhooks/journal/");
    }

    @Test
    void showsOnThePageOfAMessageWhatWasToldOfItAndTheAddressToItsOwnersOnly() {
        MessageId message = sent();
        told.told(who().account(), id, message);
        String there = "/webhooks/about/" + message;

        assertThat(get("/pipeline/messages/" + message)).bodyText().contains(there);
        assertThat(get(there).header("Accept-Language", "ru"))
                .bodyText()
                .contains("Не сообщено", "HTTP 500", "попыток: 9", "12 мс", "https://example.invalid/x");
        assertThat(mvc.get().uri(there).with(SignIns.as("operator", context)))
                .bodyText()
                .contains("HTTP 500")
                .doesNotContain("example.invalid");
        assertThat(get("/webhooks/about/" + sent())).hasStatusOk().bodyText().isBlank();
        assertThat(get("/webhooks/about/9999999999999999")).hasStatus(404);
    }

    private MessageId sent() {
        NewMessage one = new NewMessage(
                who().account(),
                null,
                Way.API,
                TrafficType.SERVICE,
                "VESTNIK",
                "79162240001",
                Body.text("Вебхук о нём"),
                Duration.ofHours(1),
                Feedback.NONE,
                null);
        return ((Acceptance.Accepted) context.getBean(Pipeline.class)
                        .accept(List.of(one))
                        .join()
                        .getFirst())
                .id();
    }

    private MockMvcRequestBuilder change(int version) {
        return post("/webhooks/" + id)
                .param("url", "https://127.0.0.1:81/other")
                .param("events", "final")
                .param("batch", "2")
                .param("version", Integer.toString(version));
    }

    private Endpoint endpoint() {
        return webhooks.find(who().account(), id).orElseThrow();
    }

    private Who who() {
        return SignIns.who("client", context);
    }

    private MockMvcRequestBuilder post(String uri) {
        return mvc.post().uri(uri).header("Accept-Language", "ru").with(csrf()).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder get(String uri) {
        return mvc.get().uri(uri).with(SignIns.as("client", context));
    }
}
