package io.vestnik.platform.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

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
    }

    @Test
    void namesTheCharacterThatMayNotBeThere() {
        assertThat(request("Магазин")).hasStatus(422).bodyText().contains("Знак «М»", "value=\"Магазин\"");
        assertThat(request("")).hasStatus(422).bodyText().contains("Слишком коротко");
    }

    @Test
    void limitsANameToTheOperatorsThatLetItThrough() {
        var client = SignIns.who("client", context);
        assertThat(request("Limited")).hasStatus3xxRedirection();
        String page = "/senders/operators?name=Limited";
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("Где разрешено имя Limited")
                .doesNotContain("??");
        assertThat(limit(page, "мтс")).hasStatus(422).bodyText().contains("не код сети");
        assertThat(limit(page, "25001, 25020 25001")).hasRedirectedUrl("/senders");
        assertThat(get("/senders")).bodyText().contains("25001, 25020");
        assertThat(senders.allowed(client.account(), "Limited", "25001")).isTrue();
        assertThat(senders.allowed(client.account(), "Limited", "25002")).isFalse();
        assertThat(get("/senders/operators?name=NobodyHas")).hasStatus(404);
        assertThat(limit(page, "")).hasRedirectedUrl("/senders");
        assertThat(senders.allowed(client.account(), "Limited", "25002")).isTrue();
    }

    private MockMvcRequestBuilder limit(String page, String operators) {
        return mvc.post().uri(page).param("operators", operators).with(csrf()).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder request(String name) {
        return mvc.post().uri("/senders").param("name", name).with(csrf()).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder get(String uri) {
        return mvc.get().uri(uri).with(SignIns.as("client", context));
    }
}
