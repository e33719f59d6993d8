package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.contacts.Outcome;
import io.vestnik.platform.contacts.Outcomes;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.jobs.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@WebTest
class CleaningPagesTests extends AsClient {
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
