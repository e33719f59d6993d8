package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.pipeline.MessageMark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What links begin with, and where none may lead. */
class DomainPageTests extends OneMessage {
    @Test
    void servesNothingButLinksUnderADomainOfLinks() {
        String host = "go" + campaign + ".example.com";
        try {
            assertThat(settle("partner", "https://" + host, false)).hasStatus(302);
            assertThat(links.mark(client.account(), "Тут " + PAGE + ".", true).text())
                    .isEqualTo("Тут https://" + host + "/l/" + LinkMarks.mark(0) + ".");
            assertThat(under(host, "/l/" + code(new Target.Page(PAGE)))).hasStatus(302);
            assertThat(under(host, "/sign-in")).hasStatus(404);
            assertThat(under(host, "/")).hasStatus(404);
            assertThat(under(host, "/api/v1/balance")).hasStatus(404);
            assertThat(settle("operator", host, false))
                    .hasStatus(422)
                    .bodyText()
                    .contains("уже занят");
        } finally {
            assertThat(settle("partner", "", false)).hasStatus(302);
        }
        assertThat(links.mark(client.account(), PAGE, true).text()).doesNotContain(host);
    }

    @Test
    void onlyWhoServesOthersHasADomainAndNeverThatOfTheServer() {
        assertThat(settle("client", "go" + campaign + ".example.com", false)).hasStatus(403);
        assertThat(settle("client", "", false)).hasStatus(302);
        assertThat(settle("partner", "нет", false)).hasStatus(422);
        assertThat(settle("partner", "localhost", false)).hasStatus(422);
        assertThat(settle("partner", "http://127.0.0.1:8080", false)).hasStatus(422);
        assertThat(settle("partner", "http://pages.localhost:8080", false))
                .hasStatus(422)
                .bodyText()
                .contains("сам сервер");
        assertThat(settings("partner")).contains("name=\"address\"");
        assertThat(settings("client")).contains("name=\"warn\"").doesNotContain("name=\"address\"");
    }

    private String settings(String login) {
        return new String(
                mvc.get()
                        .uri("/links/settings")
                        .with(SignIns.as(login, context))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
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
        String code;
        try {
            assertThat(settle("client", "", true)).hasStatus(302);
            code = code(new Target.Page(PAGE));
        } finally {
            assertThat(settle("client", "", false)).hasStatus(302);
        }
        assertThat(get(code))
                .hasStatusOk()
                .bodyText()
                .contains("Вы переходите на другой сайт", "shop.example", PAGE, "href=\"/l/" + code + "/on\"");
        assertThat(followed().clicks())
                .as("who was shown the page has gone nowhere yet")
                .isZero();
        assertThat(pipeline.marks(client.account(), List.of(message))).isEmpty();

        assertThat(get(code + "/on")).hasStatus(302).hasHeader("Location", PAGE);

        await().until(() -> followed().clicks() == 1);
        assertThat(pipeline.marks(client.account(), List.of(message)))
                .isEqualTo(Map.of(message, Set.of(MessageMark.CLICKED)));
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
}
