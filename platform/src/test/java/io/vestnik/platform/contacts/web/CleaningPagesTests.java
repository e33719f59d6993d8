package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Outcome;
import io.vestnik.platform.contacts.Outcomes;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.jobs.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class CleaningPagesTests extends AsClient {
    @Autowired
    Stops stops;

    @Test
    void tellsHowManyOfEachKindThereAreAndLeadsToThem() {
        fixtures.load(client(), "Чистка", "phone;name", "79160940001;Лев");
        context.getBean(Outcomes.class)
                .recordOutcomes(List.of(
                        missed("79160940001"), missed("79160940001"), missed("79160940001"), missed("79160940001")));
        assertThat(get("/contacts/cleaning")).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(get("/contacts/cleaning/count?kind=undelivered&missed=4"))
                .hasStatusOk()
                .bodyText()
                .contains("f0=undelivered");
        assertThat(get("/contacts?f0=undelivered&o0=more&v0=3")).bodyText().contains("094-00-01");
        assertThat(get("/contacts?f0=undelivered&o0=more&v0=4")).bodyText().doesNotContain("094-00-01");
        for (String kind : List.of("unknown", "groups")) {
            assertThat(get("/contacts/cleaning/count?kind=" + kind)).as(kind).hasStatusOk();
        }
        assertThat(get("/contacts/cleaning/count?kind=everybody")).hasStatus(404);
    }

    @Test
    void putsThoseWhomNothingReachesOnTheStopListWithAReason() {
        fixtures.load(client(), "До кого не доходит", "phone;name", "79160942001;Лев", "79160942002;Глеб");
        context.getBean(Outcomes.class)
                .recordOutcomes(Stream.generate(() -> List.of(missed("79160942001"), missed("79160942002")))
                        .limit(7)
                        .flatMap(List::stream)
                        .toList());
        assertThat(get("/contacts/cleaning/count?kind=undelivered&missed=7"))
                .hasStatusOk()
                .bodyText()
                .contains("action=\"/contacts/stops/people\"", "name=\"match.f0\" value=\"undelivered\"");
        assertThat(everybodyMissed("/contacts/stops/people"))
                .hasStatusOk()
                .bodyText()
                .contains("В стоп-лист: 2 контакта")
                .doesNotContain("??");
        assertThat(stops.list(client(), onThe("0942"), null, 10).items()).isEmpty();
        assertThat(everybodyMissed("/contacts/stops/people/do").param("scope", "sender"))
                .hasStatus(422)
                .bodyText()
                .contains("В стоп-лист: 2 контакта");
        String done = redirected(everybodyMissed("/contacts/stops/people/do")
                .param("scope", "everything")
                .param("reason", "Не доходит"));
        fixtures.end(client(), job(done));
        assertThat(get(done)).hasStatusOk().bodyText().contains("2 номера добавлено");
        assertThat(stops.list(client(), onThe("0942"), null, 10).items())
                .extracting(Stop::phone, Stop::reason)
                .containsExactlyInAnyOrder(tuple("79160942001", "Не доходит"), tuple("79160942002", "Не доходит"));
        String one = store.byPhone(client(), "79160942001").orElseThrow().id().toString();
        assertThat(post("/contacts/stops/people/do").param("ids", one).param("scope", "everything"))
                .hasRedirectedUrl("/contacts/stops");
        assertThat(fixtures.people(client(), "До кого не доходит"))
                .as("contacts still")
                .hasSize(2);
    }

    @Test
    void putsNobodyOnTheStopListWhenNobodyIsChosenOrContactsMayNotBeSeen() {
        for (String path : List.of("/contacts/stops/people", "/contacts/stops/people/do")) {
            assertThat(post(path).param("scope", "everything")).as(path).hasRedirectedUrl("/contacts");
            assertThat(post(path).param("scope", "everything").param("ids", "999999999"))
                    .as("nobody of this account")
                    .hasRedirectedUrl("/contacts");
            assertThat(post(path)
                            .param("scope", "everything")
                            .param("all", "true")
                            .param("match.q", "такого здесь нет"))
                    .as("nobody matches")
                    .hasRedirectedUrl("/contacts");
            Who whole = SignIns.who("client", context);
            Who stopper = new Who(
                    whole.account(), whole.user(), null, whole.name(), Set.of(StopRights.VIEW, StopRights.EDIT));
            assertThat(mvc.post()
                            .uri(path)
                            .with(csrf())
                            .with(SignIns.as(stopper))
                            .param("scope", "everything")
                            .param("all", "true"))
                    .as("who may not see contacts")
                    .hasStatus(403);
        }
    }

    private MockMvcRequestBuilder everybodyMissed(String path) {
        return post(path)
                .param("all", "true")
                .param("match.f0", "undelivered")
                .param("match.o0", "more")
                .param("match.v0", "6");
    }

    private static Stops.Listing onThe(String digits) {
        return new Stops.Listing(digits, null, null, List.of());
    }

    @Test
    void leavesOneOfThoseWhoAreAlikeWithWhatTheOthersKnow() {
        fixtures.load(client(), "Двойники, старые", "phone;name", "79160941001;Ян", "79160941003;Ян");
        fixtures.load(client(), "Двойники, новые", "phone;name", "79160941002;Ян");
        named("79160941001", "oldest@example.com");
        named("79160941002", "");
        named("79160941003", "other@example.com");
        String found = redirected(post("/contacts/cleaning/duplicates").param("by", "full_name"));
        fixtures.end(client(), job(found));
        assertThat(get(found)).hasStatusOk().bodyText().contains("094-10-01", "094-10-02", "oldest@example.com");
        assertThat(post(found + "/clean").param("keep", "whoever")).hasStatus(400);
        String cleaned = redirected(post(found + "/clean").param("keep", "merged"));
        fixtures.end(client(), job(cleaned));
        assertThat(get(cleaned)).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(store.byPhone(client(), "79160941001")).isEmpty();
        assertThat(store.byPhone(client(), "79160941003")).isEmpty();
        Contact left = store.byPhone(client(), "79160941002").orElseThrow();
        assertThat(left.person().email()).isEqualTo("other@example.com");
        assertThat(fixtures.people(client(), "Двойники, старые")).containsExactly("79160941002 Ян");
        assertThat(post("/contacts/cleaning/duplicates").param("by", "password"))
                .hasStatus(404);
    }

    private void named(String phone, String email) {
        Contact contact = store.byPhone(client(), phone).orElseThrow();
        var form = post("/contacts/" + contact.id())
                .param("version", Integer.toString(contact.version()))
                .param("phone", phone)
                .param("name", "Ян")
                .param("surname", "Двойников")
                .param("email", email);
        contacts.groups(client()).stream()
                .filter(group -> !group.living()
                        && fixtures.people(client(), group.name()).contains(phone + " Ян"))
                .forEach(group -> form.param("groups", group.id().toString()));
        assertThat(form).hasStatus3xxRedirection();
    }

    private static String redirected(MockMvcRequestBuilder request) {
        return Objects.requireNonNull(request.exchange().getResponse().getRedirectedUrl());
    }

    private static JobId job(String url) {
        return new JobId(Long.parseLong(url.substring(url.lastIndexOf('/') + 1)));
    }

    private Outcome missed(String phone) {
        return new Outcome(client(), phone, Outcome.Kind.UNDELIVERED, Instant.parse("2026-11-21T09:00:00Z"));
    }
}
