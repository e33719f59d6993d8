package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Followed;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.links.domain.ClickStore;
import io.vestnik.platform.links.domain.Clicks;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.Timelines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class LinkPageTests {
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148";
    private static final String PAGE = "https://shop.example/sale?a=1";
    private static final AtomicLong NUMBERS = new AtomicLong(79_150_000_000L);
    private static final AtomicLong CAMPAIGNS = new AtomicLong(700_000);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Links links;

    @Autowired
    Clicks clicks;

    @Autowired
    Pipeline pipeline;

    @Autowired
    Timelines timelines;

    @Autowired
    Stops stops;

    @Autowired
    JdbcClient jdbc;

    private final CampaignId campaign = new CampaignId(CAMPAIGNS.incrementAndGet());
    private Who client;
    private String phone = "";
    private MessageId message;

    @BeforeEach
    void sendOneMessage() {
        client = SignIns.who("client", context);
        phone = Long.toString(NUMBERS.incrementAndGet());
        message = message(phone);
    }

    private MessageId message(String to) {
        NewMessage letter = new NewMessage(
                client.account(),
                null,
                Way.API,
                TrafficType.ADVERTISING,
                "VESTNIK",
                to,
                "Hello",
                Duration.ofDays(1),
                Feedback.NONE);
        return ((Acceptance.Accepted) pipeline.accept(List.of(letter)).join().getFirst()).id();
    }

    private String code(Target target) {
        return links.issue(client.account(), campaign, List.of(target), 1, List.of(message))
                .code(0, 0);
    }

    private MockMvcRequestBuilder get(String code) {
        return mvc.get().uri("/l/" + code).header("User-Agent", PHONE);
    }

    private Followed followed() {
        await().until(() -> clicks.waiting() == 0);
        return links.followed(client.account(), campaign).getFirst();
    }

    @Test
    void sendsWhoeverHasTheCodeOnAtOnceAndLeavesNothingBehind() {
        MvcTestResult answer = get(code(new Target.Page(PAGE))).exchange();
        assertThat(answer)
                .hasStatus(302)
                .hasHeader("Location", PAGE)
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Referrer-Policy", "no-referrer")
                .doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void marksTheMessageOnceAndCountsEveryClickByItsDevice() {
        String code = code(new Target.Page(PAGE));
        get(code).exchange();
        get(code).exchange();
        mvc.get()
                .uri("/l/" + code)
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/130")
                .exchange();

        await().until(() -> followed().clicks() == 3);
        assertThat(followed().people()).isEqualTo(1);
        assertThat(followed().devices())
                .containsExactly(new Links.ByDevice(Device.PHONE, 1, 2), new Links.ByDevice(Device.DESKTOP, 0, 1));
        assertThat(pipeline.marks(client.account(), List.of(message)))
                .isEqualTo(Map.of(message, Set.of(MessageMark.CLICKED)));
        assertThat(facts()).isEqualTo(1);
        Timeline life = timelines.of(Reach.own(client.account()), message).orElseThrow();
        assertThat(life.steps())
                .filteredOn(Timeline.Step.Followed.class::isInstance)
                .singleElement()
                .satisfies(step -> {
                    Timeline.Step.Followed visit = (Timeline.Step.Followed) step;
                    assertThat(visit.address()).isEqualTo(PAGE);
                    assertThat(visit.clicks()).isEqualTo(3);
                    assertThat(visit.device()).isEqualTo(Device.PHONE);
                });
        assertThat(mvc.get().uri("/pipeline/messages/" + message).with(SignIns.as("client", context)))
                .hasStatusOk()
                .bodyText()
                .contains("Перешли по ссылке", PAGE, "телефон");
    }

    private long facts() {
        return jdbc.sql("SELECT count(*) FROM pipeline.message_event WHERE message = :id AND mark = 1")
                .param("id", message.value())
                .query(Long.class)
                .single();
    }

    @Test
    void aPreviewNeverCounts() {
        String code = code(new Target.Page(PAGE));
        assertThat(mvc.head().uri("/l/" + code).header("User-Agent", PHONE)).hasStatus(302);
        assertThat(mvc.get().uri("/l/" + code)).hasStatus(302);
        assertThat(get(code).header("Sec-Purpose", "prefetch;prerender")).hasStatus(302);
        assertThat(mvc.get().uri("/l/" + code).header("User-Agent", "WhatsApp/2.24 A"))
                .hasStatus(302);
        await().until(() -> followed().robots() == 4);
        assertThat(followed().people()).isZero();
        assertThat(followed().clicks()).isZero();
        assertThat(pipeline.marks(client.account(), List.of(message))).isEmpty();
    }

    @Test
    void tellsPlainlyOfLinksThatLeadNowhere() {
        assertThat(from("192.0.2.1", "00000000")).hasStatus(404).bodyText().contains("Такой ссылки нет");
        assertThat(from("192.0.2.1", "nonsense-")).hasStatus(404);
        String code = code(new Target.Page(PAGE));
        jdbc.sql("UPDATE links.block SET expires_at = created_at WHERE campaign = :campaign")
                .param("campaign", campaign.value())
                .update();
        assertThat(get(code).header("Accept-Language", "en-GB"))
                .hasStatus(410)
                .bodyText()
                .contains("does not work any more");
    }

    private MockMvcRequestBuilder from(String address, String code) {
        return mvc.get().uri("/l/" + code).header("User-Agent", PHONE).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    @Test
    void tellsWhoeverGuessesNothingMore() {
        String code = code(new Target.Page(PAGE));
        String guesser = "198.51.100.7";
        for (int i = 0; i < 60; i++) {
            assertThat(from(guesser, "guess%03d".formatted(i))).hasStatus(404);
        }
        assertThat(from(guesser, "guess060")).hasStatus(429);
        assertThat(from(guesser, code)).hasStatus(429);
        assertThat(from("198.51.100.8", code)).hasStatus(302);
    }

    @Test
    void servesNothingButLinksUnderADomainOfLinks() {
        String host = "go" + campaign + ".example.com";
        assertThat(settle("partner", "https://" + host, false)).hasStatus(302);
        assertThat(links.mark(client.account(), "Тут " + PAGE + ".", true).text())
                .isEqualTo("Тут https://" + host + "/l/-------0.");
        assertThat(under(host, "/l/" + code(new Target.Page(PAGE)))).hasStatus(302);
        assertThat(under(host, "/sign-in")).hasStatus(404);
        assertThat(under(host, "/")).hasStatus(404);
        assertThat(under(host, "/api/v1/balance")).hasStatus(404);
        assertThat(settle("client", host, false)).hasStatus(422).bodyText().contains("уже занят");
        assertThat(settle("client", "нет", false)).hasStatus(422);
        assertThat(settle("partner", "", false)).hasStatus(302);
        assertThat(links.mark(client.account(), PAGE, true).text()).doesNotContain(host);
    }

    private MockMvcRequestBuilder under(String host, String path) {
        return mvc.get().uri("https://" + host + path).header("User-Agent", PHONE);
    }

    private MvcTestResult settle(String login, String address, boolean warn) {
        return mvc.post()
                .uri("/links/settings")
                .param("address", address)
                .param("warn", Boolean.toString(warn))
                .with(SignIns.as(login, context))
                .with(csrf())
                .exchange();
    }

    @Test
    void tellsWhereALinkLeadsFirstWhereThatIsWanted() {
        assertThat(settle("client", "", true)).hasStatus(302);
        String code = code(new Target.Page(PAGE));
        assertThat(settle("client", "", false)).hasStatus(302);
        assertThat(get(code)).hasStatusOk().bodyText().contains("Вы переходите на другой сайт", "shop.example", PAGE);
        assertThat(followed().clicks()).isEqualTo(1);
    }

    @Test
    void theOperatorForbidsWhereLinksLeadAlsoThoseThatWereGiven() {
        String page = "https://deep.bad" + campaign + ".example/x";
        String code = code(new Target.Page(page));
        assertThat(get(code)).hasStatus(302);
        assertThat(forbid("client", "bad" + campaign + ".example")).hasStatus(403);
        assertThat(forbid("operator", "https://bad" + campaign + ".example/")).hasStatus(302);
        assertThat(get(code)).hasStatus(410).bodyText().contains("Ссылка отключена");
        assertThat(links.mark(client.account(), page, true).faults())
                .containsExactly(new Links.Fault("forbidden_link", "deep.bad" + campaign + ".example"));
        assertThat(mvc.get().uri("/links/settings").with(SignIns.as("operator", context)))
                .hasStatusOk()
                .bodyText()
                .contains("bad" + campaign + ".example");
    }

    private MvcTestResult forbid(String login, String domain) {
        return mvc.post()
                .uri("/links/forbidden")
                .param("domain", domain)
                .with(SignIns.as(login, context))
                .with(csrf())
                .exchange();
    }

    @Test
    void lookingAtTheUnsubscribePageChangesNothing() {
        String code = code(new Target.Unsubscribe());
        assertThat(get(code))
                .hasStatusOk()
                .bodyText()
                .contains("Отписаться", "VESTNIK")
                .doesNotContain("csrf");
        assertThat(get(code).header("Accept-Language", "en")).bodyText().contains("Unsubscribe", "Too often");
        assertThat(mvc.head().uri("/l/" + code)).hasStatusOk();
        assertThat(mine()).isEmpty();
        await().until(() -> clicks.waiting() == 0);
    }

    private List<Stop> mine() {
        return stops.list(client.account(), new Stops.Listing(phone, null, null, List.of()), null, 10)
                .items();
    }

    @Test
    void oneButtonUnsubscribesFromTheSenderAndAnotherReturns() {
        String code = code(new Target.Unsubscribe());
        assertThat(mvc.post().uri("/l/" + code).param("scope", "sender").param("reason", "often"))
                .hasStatusOk()
                .bodyText()
                .contains("Вы отписаны", "/l/" + code + "/back");
        assertThat(mine()).singleElement().satisfies(stop -> {
            assertThat(stop.scope()).isEqualTo(new StopScope.Sender("VESTNIK"));
            assertThat(stop.source()).isEqualTo(StopSource.UNSUBSCRIBE);
            assertThat(stop.reason()).isEqualTo("Слишком часто");
        });
        assertThat(pipeline.marks(client.account(), List.of(message)).get(message))
                .contains(MessageMark.UNSUBSCRIBED);
        assertThat(get(code)).hasStatusOk().bodyText().contains("Вы отписаны");
        assertThat(mvc.get().uri("/pipeline/messages/" + message).with(SignIns.as("client", context)))
                .bodyText()
                .contains("Получатель отписался");

        assertThat(mvc.post().uri("/l/" + code + "/back"))
                .hasStatusOk()
                .bodyText()
                .contains("Подписка возвращена");
        assertThat(mine()).isEmpty();
        await().until(() -> clicks.waiting() == 0);
    }

    @Test
    void whoWantsNothingOfTheCompanyIsStoppedForAllAndOnlyTheirOwnWordIsTakenBack() {
        stops.add(client, List.of(phone), new Stops.Entry(new StopScope.Sender("OTHER"), StopSource.HAND, ""));
        String code = code(new Target.Unsubscribe());
        assertThat(mvc.post().uri("/l/" + code).param("scope", "everything")).hasStatusOk();
        assertThat(mine()).extracting(Stop::scope).contains(new StopScope.Everything());
        assertThat(mvc.post().uri("/l/" + code + "/back")).hasStatusOk();
        assertThat(mine()).extracting(Stop::scope).containsExactly(new StopScope.Sender("OTHER"));
    }

    @Test
    void aLinkToAPageIsNoLinkToUnsubscribe() {
        assertThat(mvc.post().uri("/l/" + code(new Target.Page(PAGE)))).hasStatus(404);
        assertThat(mine()).isEmpty();
    }

    @Test
    void aPersonWhoIsForgottenIsNotKnownByTheirLinks() {
        String code = code(new Target.Page(PAGE));
        get(code).exchange();
        await().until(() -> followed().clicks() == 1);
        assertThat(links.visits(client.account(), message)).hasSize(1);
        assertThat(links.forget(client.account(), List.of(message))).isEqualTo(2);
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(get(code)).hasStatus(302);
        await().until(() -> followed().clicks() == 2);
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(followed().people()).isEqualTo(1);
    }

    @Test
    void aLinkThatHasHadItsTimeIsNobodysAnyMore() {
        String code = code(new Target.Page(PAGE));
        get(code).exchange();
        await().until(() -> followed().clicks() == 1);
        jdbc.sql("UPDATE links.block SET expires_at = created_at WHERE campaign = :campaign")
                .param("campaign", campaign.value())
                .update();
        assertThat(context.getBean(ClickStore.class)
                        .forgetExpired(context.getBean(Clock.class).instant(), 1_000))
                .isPositive();
        assertThat(links.visits(client.account(), message)).isEmpty();
        assertThat(followed().people()).isEqualTo(1);
    }
}
