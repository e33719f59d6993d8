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

    private MockMvcRequestBuilder request(String name) {
        return mvc.post().uri("/senders").param("name", name).with(csrf()).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder get(String uri) {
        return mvc.get().uri(uri).with(SignIns.as("client", context));
    }
}
