package io.vestnik.platform.senders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderFixtures;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Senders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class SenderPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final Senders senders;

    @Autowired
    SenderPagesTests(MockMvcTester mvc, ApplicationContext context, Senders senders) {
        this.mvc = mvc;
        this.context = context;
        this.senders = senders;
    }

    @Test
    void showsEveryPageInBothLanguages() {
        for (String page : new String[] {"/senders", "/senders/new", "/senders?q=nothing-like-it"}) {
            for (String language : new String[] {"ru", "en"}) {
                assertThat(get(page).header("Accept-Language", language))
                        .as(page + " " + language)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??");
            }
        }
        assertThat(get("/senders")).bodyText().contains("VESTNIK", "Одобрено");
    }

    @Test
    void takesANameThatFollowsTheRule() {
        assertThat(request("Shop-24")).hasStatus3xxRedirection();
        assertThat(senders.allowed(SignIns.who("client", context).account(), "Shop-24"))
                .isTrue();
        assertThat(request("Shop-24")).hasStatus(422).bodyText().contains("уже есть");
    }

    @Test
    void namesTheCharacterThatMayNotBeThere() {
        assertThat(request("Магазин")).hasStatus(422).bodyText().contains("Знак «М»", "value=\"Магазин\"");
        assertThat(request("")).hasStatus(422).bodyText().contains("Слишком коротко");
    }

    @Test
    void limitsANameToTheOperatorsThatLetItThroughAndSavesNothingOverANewerOne() {
        Who client = SignIns.who("client", context);
        String page = page(SenderFixtures.asked(client, "Limited", context));
        assertThat(get(page)).hasStatusOk().bodyText().contains("Limited").doesNotContain("??");
        assertThat(post(page, "version", "1", "operators", "мтс"))
                .hasStatus(422)
                .bodyText()
                .contains("не код сети");
        assertThat(post(page, "version", "1", "operators", "25001, 25020 25001"))
                .hasRedirectedUrl(page);
        assertThat(get("/senders")).bodyText().contains("25001, 25020");
        assertThat(senders.allowed(client.account(), "Limited", "25001")).isTrue();
        assertThat(senders.allowed(client.account(), "Limited", "25002")).isFalse();
        assertThat(post(page, "version", "1", "comment", "Mine"))
                .hasStatus(409)
                .bodyText()
                .contains("уже изменили", "Mine", "25001, 25020")
                .doesNotContain("??");
        assertThat(post(page, "version", "2", "operators", "")).hasRedirectedUrl(page);
        assertThat(senders.allowed(client.account(), "Limited", "25002")).isTrue();
    }

    @Test
    void attachesPapersHandsThemOutAsDownloadsAndTakesThemAway() throws Exception {
        String page = page(SenderFixtures.asked(SignIns.who("client", context), "Papers", context));
        assertThat(attach(page, "letter.pdf", SenderFixtures.pdf())).hasStatus(303);
        assertThat(attach(page, "letter.html", "<script>".getBytes(StandardCharsets.US_ASCII)))
                .hasStatus(422)
                .bodyText()
                .contains("Такой файл не подойдёт");
        String shown = get(page).exchange().getResponse().getContentAsString();
        assertThat(shown).contains("letter.pdf", "На проверке").doesNotContain("??");
        String paper = shown.replaceFirst("(?s).*(" + page + "/papers/\\d+)\".*", "$1");
        assertThat(get(paper))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Type", "application/pdf")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition", it -> assertThat(it.getFirst()).startsWith("attachment"));
        assertThat(post(paper + "/delete")).hasRedirectedUrl(page);
        assertThat(get(paper)).hasStatus(404);
        assertThat(post(page + "/delete")).hasRedirectedUrl("/senders");
        assertThat(get(page)).hasStatus(404);
    }

    @Test
    void answersForTheNamesBelowWithAVerdictForEachPaper() throws Exception {
        Who client = SignIns.who("client", context);
        List<Long> ids = SenderFixtures.answeredBy(
                SignIns.who("partner", context), context, () -> SenderFixtures.withPaper(client, "Waiting", context));
        String page = "/senders/answers/" + ids.getFirst();
        String paper = page + "/papers/" + ids.getLast();
        assertThat(senders.allowed(client.account(), "Waiting")).isFalse();
        assertThat(get("/senders/" + ids.getFirst())).bodyText().contains("На проверке");
        for (String language : new String[] {"ru", "en"}) {
            for (String shown : new String[] {"/senders/answers", "/senders/answers?state=all&sort=-requested", page}) {
                assertThat(above(shown).header("Accept-Language", language))
                        .hasStatusOk()
                        .bodyText()
                        .contains("Waiting")
                        .doesNotContain("??");
            }
        }
        assertThat(above("/senders/answers?q=nothing-like-it")).bodyText().doesNotContain("Waiting");
        assertThat(above("/senders/answers/export?format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("Waiting");
        assertThat(above("/senders/answers?after=x")).hasStatusOk();
        assertThat(above(page)).bodyText().contains("<option value=\"on_check\" selected=\"selected\">");
        assertThat(above(paper)).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");

        assertThat(postAbove(paper, "verdict", "refused", "words", "No seal")).hasRedirectedUrl(page);
        assertThat(get("/senders/" + ids.getFirst())).bodyText().contains("Отклонён", "No seal");
        assertThat(postAbove(page, "state", "refused", "words", "Read the paper"))
                .hasRedirectedUrl(page);
        assertThat(get("/senders/" + ids.getFirst())).bodyText().contains("Отказано", "Read the paper");
        assertThat(postAbove(page, "state", "approved")).hasRedirectedUrl(page);
        assertThat(senders.allowed(client.account(), "Waiting")).isTrue();
        assertThat(above("/senders/answers")).bodyText().doesNotContain("Waiting");
        assertThat(get("/senders/answers")).hasStatus(403);

        String own = "/senders/" + ids.getFirst();
        assertThat(post(own, "version", "0", "operators", "25001")).hasRedirectedUrl(own);
        assertThat(senders.allowed(client.account(), "Waiting", "25001")).isTrue();
        assertThat(post(own, "version", "0", "operators", "")).hasRedirectedUrl(own);
        assertThat(senders.allowed(client.account(), "Waiting")).isFalse();
        assertThat(post(own + "/delete")).hasRedirectedUrl("/senders");
    }

    @Test
    void confirmsANumberByACode() {
        Who client = SignIns.who("client", context);
        SenderFixtures.forgetCodes(client, context);
        Sender sender = SenderFixtures.asked(client, "79167750001", context);
        String page = page(sender);
        assertThat(sender.state()).isEqualTo(SenderState.UNCONFIRMED);
        assertThat(get(page)).bodyText().contains("Подтвердить номер").doesNotContain("??");
        assertThat(post(page + "/confirm", "code", "000000"))
                .hasStatus(422)
                .bodyText()
                .contains("больше не действует");
        assertThat(post(page + "/code")).hasRedirectedUrl(page);
        assertThat(post(page + "/confirm", "code", "none"))
                .hasStatus(422)
                .bodyText()
                .contains("Осталось попыток: 4");
        String code = SenderFixtures.codeSentTo(sender.name(), context);
        assertThat(post(page + "/confirm", "code", code)).hasRedirectedUrl(page);
        assertThat(senders.allowed(client.account(), sender.name())).isTrue();
        assertThat(post(page + "/delete")).hasRedirectedUrl("/senders");
    }

    private static String page(Sender sender) {
        return "/senders/" + sender.id();
    }

    private MvcTestResult attach(String page, String name, byte[] content) {
        return mvc.post()
                .uri(page + "/papers")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", content))
                .with(csrf().asHeader())
                .with(SignIns.as("client", context))
                .exchange();
    }

    private MockMvcRequestBuilder post(String uri, String... form) {
        return postAs("client", uri, form);
    }

    private MockMvcRequestBuilder postAbove(String uri, String... form) {
        return postAs("partner", uri, form);
    }

    private MockMvcRequestBuilder postAs(String login, String uri, String... form) {
        MockMvcRequestBuilder request = mvc.post().uri(uri).with(csrf()).with(SignIns.as(login, context));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request;
    }

    private MockMvcRequestBuilder above(String uri) {
        return mvc.get().uri(uri).with(SignIns.as("partner", context));
    }

    private MockMvcRequestBuilder request(String name) {
        return mvc.post().uri("/senders").param("name", name).with(csrf()).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder get(String uri) {
        return mvc.get().uri(uri).with(SignIns.as("client", context));
    }
}
