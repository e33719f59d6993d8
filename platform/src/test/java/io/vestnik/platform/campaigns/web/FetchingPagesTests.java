package io.vestnik.platform.campaigns.web;

import static io.vestnik.platform.accounts.SignIns.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class FetchingPagesTests extends AsPerson {
    @Autowired
    private Contacts contacts;

    /** Those of the session, once there is one. */
    private Cookie[] cookies = {};

    @Test
    void aGroupThatSomebodyLeftADraftForIsChosenInThatDraft() {
        MvcTestResult gone = leave("/campaigns/fetch/file", "Текст до файла");
        assertThat(gone.getResponse().getRedirectedUrl()).isEqualTo("/contacts/load");

        String group = group("Из файла").toString();
        String back = Objects.requireNonNull(
                visit("/campaigns/new?group=" + group).getResponse().getRedirectedUrl());
        assertThat(back).matches("/campaigns/\\d+/edit\\?group=" + group);
        assertThat(body(visit(back)))
                .contains("Текст до файла", "another=true")
                .containsPattern("name=\"groups\" value=\"" + group + "\" checked");
    }

    @Test
    void whoWantsAnotherCampaignForThatGroupGetsOne() {
        leave("/campaigns/fetch/conditions", "Текст до условий");
        String group = group("По условиям").toString();
        assertThat(body(visit("/campaigns/new?another=true&group=" + group))).doesNotContain("Текст до условий");
    }

    @Test
    void aListOfOneGroupLeadsToACampaignForIt() {
        GroupId group = group("Список");
        assertThat(body(get("/contacts?group=" + group))).contains("/campaigns/new?group=" + group);
        assertThat(body(get("/contacts"))).doesNotContain("/campaigns/new?group=");
    }

    private GroupId group(String name) {
        return contacts.groupNamed(client().account(), name).id();
    }

    private MvcTestResult leave(String where, String text) {
        MvcTestResult left = post(where, "text", text);
        cookies = left.getResponse().getCookies();
        return left;
    }

    private MvcTestResult visit(String uri) {
        return mvc.get().uri(uri).cookie(cookies).with(as("client", context)).exchange();
    }
}
