package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.BuilderWalk;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class StopPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ContactFixtures fixtures;

    @Autowired
    private Stops stops;

    @Autowired
    private Consents consents;

    @Autowired
    private ContactStore contacts;

    @Test
    void showsEveryPageInBothLanguages() {
        stops.add(client(), List.of("79161110001"), entry(new StopScope.Sender("SHOP")));
        long contact = contact("79161110002");
        Erasures.Erasure erasure = context.getBean(Erasures.class).begin(client(), List.of("79161110003"), true);
        for (String page : List.of(
                "/contacts/stops",
                "/contacts/stops?q=никого",
                "/contacts/stops/new",
                "/contacts/stops/load",
                "/contacts/stops/groups",
                "/contacts/erase",
                "/contacts/erase/" + erasure.id(),
                "/contacts/" + contact + "/consents/new")) {
            for (String language : List.of("ru", "en")) {
                assertThat(get(page).header("Accept-Language", language))
                        .as(page)
                        .hasStatusOk()
                        .bodyText()
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??")
                        .doesNotContain("style=\"");
            }
        }
        assertThat(get("/contacts/" + contact + "/person").header("Accept-Language", "ru"))
                .hasStatusOk()
                .bodyText()
                .contains("Стоп-лист", "Согласия", "Стереть все данные")
                .doesNotContain("??");
        assertThat(mvc.get()
                        .uri("/contacts/stops")
                        .header("Accept-Language", "ru")
                        .with(SignIns.as("operator", context)))
                .hasStatusOk()
                .bodyText()
                .contains("Стоп-лист платформы");
    }

    @Test
    void narrowsByEveryConditionThatItOffers() {
        BuilderWalk.walk("/contacts/stops", page -> get(page).exchange());
    }

    @Test
    void putsManyNumbersOnTheListAndTakesThemOffWithAWayBack() {
        assertThat(post("/contacts/stops/new")
                        .param("phones", "8 (916) 222-00-01\n+7 916 222-00-02, 79162220003")
                        .param("scope", "sender")
                        .param("sender", "SHOP")
                        .param("reason", "просил"))
                .hasStatus3xxRedirection();
        List<Stop> added = listed("7916222000");
        assertThat(added).hasSize(3).allMatch(it -> it.scope().equals(new StopScope.Sender("SHOP")));
        MockMvcRequestBuilder removal = post("/contacts/stops/delete");
        added.forEach(it -> removal.param("ids", Long.toString(it.id())));
        MvcTestResult removed = removal.exchange();
        assertThat(removed).hasStatus3xxRedirection();
        assertThat(listed("7916222000")).isEmpty();
        Object toast =
                Objects.requireNonNull(removed.getMvcResult().getFlashMap().get("toast"));
        String undo = Objects.requireNonNull(((io.vestnik.platform.shell.Toast) toast).undoUrl());
        assertThat(post(undo)).hasStatus3xxRedirection();
        assertThat(listed("7916222000")).hasSize(3);
    }

    @Test
    void keepsWhatWasTypedWhenItIsNoNumber() {
        assertThat(post("/contacts/stops/new")
                        .param("phones", "79162221111\nне номер")
                        .param("scope", "everything"))
                .hasStatus(422)
                .bodyText()
                .contains("79162221111", "не номер");
        assertThat(listed("79162221111")).isEmpty();
    }

    @Test
    void loadsAFileAndShowsWhatDidNotFit() {
        long file = fixtures.table(
                        client().account(), "имя;телефон", "Анна;8 916 333-00-01", "Пётр;12", "Мария;79163330002")
                .value();
        assertThat(get("/contacts/stops/load/" + file)).hasStatusOk().bodyText().contains("телефон");
        MvcTestResult started = post("/contacts/stops/load/" + file)
                .param("column", "1")
                .param("header", "true")
                .param("scope", "everything")
                .exchange();
        String job = Objects.requireNonNull(started.getResponse().getRedirectedUrl());
        fixtures.end(client().account(), new JobId(Long.parseLong(job.substring(job.lastIndexOf('/') + 1))));
        assertThat(get(job).header("Accept-Language", "ru"))
                .hasStatusOk()
                .bodyText()
                .contains("Добавлено", "/files/");
        assertThat(listed("7916333000")).hasSize(2).allMatch(it -> it.source() == StopSource.FILE);
    }

    @Test
    void exportsWhatMatches() {
        stops.add(client(), List.of("79164440001"), entry(new StopScope.Everything()));
        assertThat(get("/contacts/stops/export?format=csv&q=79164440001"))
                .hasStatusOk()
                .bodyText()
                .contains("79164440001");
    }

    @Test
    void notesAConsentAndGivesOutWhatIsKnown() {
        long contact = contact("79165550099");
        assertThat(post("/contacts/" + contact + "/consents/new")
                        .param("given", "true")
                        .param("channel", "sms")
                        .param("at", "2026-01-01T10:00")
                        .param("source", "shop.example")
                        .param("wording", "Согласен"))
                .hasStatus3xxRedirection();
        assertThat(consents.history(client().account(), "79165550099"))
                .singleElement()
                .satisfies(noted -> {
                    assertThat(noted.consent().given()).isTrue();
                    assertThat(noted.consent().source()).isEqualTo("shop.example");
                });
        assertThat(post("/contacts/" + contact + "/data")).hasStatusOk().hasContentType("application/zip");
        assertThat(post("/contacts/" + contact + "/consents/new").param("at", "2999-01-01T10:00"))
                .hasStatus(422);
    }

    @Test
    void erasesFromTheFormAndKeepsARecord() {
        contact("79166660001");
        MvcTestResult begun = post("/contacts/erase")
                .param("phones", "8 916 666-00-01")
                .param("never", "true")
                .exchange();
        assertThat(begun).hasStatus3xxRedirection();
        await().until(() -> contacts.byPhone(client().account(), "79166660001").isEmpty());
        assertThat(post("/contacts/erase").param("phones", "кто-то")).hasStatus(422);
    }

    private long contact(String phone) {
        fixtures.load(client().account(), "Стоп", "phone;name", phone + ";Анна");
        return contacts.byPhone(client().account(), phone).orElseThrow().id().value();
    }

    private List<Stop> listed(String digits) {
        return stops.list(client().account(), new Listing(digits, null, null, List.of()), null, 100)
                .items();
    }

    private static Stops.Entry entry(StopScope scope) {
        return new Stops.Entry(scope, StopSource.HAND, "");
    }

    private Who client() {
        return SignIns.who("client", context);
    }

    private MockMvcRequestBuilder get(String page) {
        return mvc.get().uri(page).with(SignIns.as("client", context));
    }

    private MockMvcRequestBuilder post(String page) {
        return mvc.post().uri(page).with(csrf()).with(SignIns.as("client", context));
    }
}
