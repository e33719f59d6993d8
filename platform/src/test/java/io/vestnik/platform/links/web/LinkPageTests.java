package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What recipients find behind links. */
class LinkPageTests extends OneMessage {
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
        String caller = caller();
        assertThat(from(caller, "00000000")).hasStatus(404).bodyText().contains("Такой ссылки нет");
        assertThat(from(caller, "nonsense-")).hasStatus(404);
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

    /** Nobody who has asked before. */
    private static String caller() {
        int number = CALLERS.incrementAndGet();
        return "198.18.%d.%d".formatted(number / 250, number % 250);
    }

    @Test
    void refusesWhoeverGuessesAndNobodyWhoHasALink() {
        String code = code(new Target.Page(PAGE));
        String guesser = caller();
        for (int i = 0; i < 60; i++) {
            assertThat(from(guesser, "guess%03d".formatted(i))).hasStatus(404);
        }
        assertThat(from(guesser, "guess060")).hasStatus(429);
        assertThat(from(guesser, "guess060")).hasStatus(429);
        assertThat(from(caller(), "guess060")).hasStatus(404);
        assertThat(from(guesser, code)).hasStatus(302);
        CampaignId later = new CampaignId(CAMPAIGNS.incrementAndGet());
        String fresh = links.issue(client.account(), later, List.of(new Target.Unsubscribe()), 1, List.of(message))
                .code(0, 0);
        assertThat(from(guesser, fresh)).hasStatusOk();
        assertThat(mvc.post().uri("/l/" + fresh).with(request -> {
                    request.setRemoteAddr(guesser);
                    return request;
                }))
                .hasStatusOk();
    }

    @Test
    void takesANetworkOfIpv6ForOneCaller() {
        String network = "2001:db8:%x:".formatted(CALLERS.incrementAndGet());
        for (int i = 0; i < 60; i++) {
            assertThat(from(network + "0::%x".formatted(i), "guess%03d".formatted(i)))
                    .hasStatus(404);
        }
        assertThat(from(network + "0:ffff::1", "guess060")).hasStatus(429);
        assertThat(from(network + "1::1", "guess060")).hasStatus(404);
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
        assertThat(get(code).header("Accept-Language", "kk-KZ"))
                .bodyText()
                .contains("lang=\"kk\"", "Бас тарту", "«VESTNIK» атынан");
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
}
