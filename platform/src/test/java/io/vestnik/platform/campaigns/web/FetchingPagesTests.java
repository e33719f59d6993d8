package io.vestnik.platform.campaigns.web;

import static io.vestnik.platform.accounts.SignIns.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class FetchingPagesTests extends AsPerson {
    @Autowired
    private Contacts contacts;

    @Autowired
    private Campaigns campaigns;

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

    @Test
    void namesAllWhoseFieldIsEmptyInTheListOfContacts() {
        GroupId group = group("Безымянные");
        post("/contacts/new", "phone", "+79165550177", "groups", group.toString());
        post("/contacts/new", "phone", "+79165550178", "name", "Пётр", "groups", group.toString());
        Draft draft = new Draft("", "VESTNIK", "Здравствуйте, [Имя]", List.of(group), List.of(), Duration.ofHours(1));
        CampaignId id = ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        campaigns.preview(client(), id);
        Awaitility.await()
                .until(() -> campaigns
                        .find(client().account(), id)
                        .filter(it -> it.state() == CampaignState.PREVIEWED)
                        .isPresent());
        String address = "/contacts?f0=name&amp;o0=empty&amp;group=" + group;
        assertThat(body(get("/campaigns/" + id + "/preview/empty?field=name")))
                .contains(address)
                .doesNotContain("??");
        assertThat(body(get(address.replace("&amp;", "&"))))
                .contains("555-01-77")
                .doesNotContain("555-01-78");
    }

    @Test
    void aClearedFormLeavesItsDraftWithAWayBack() {
        MvcTestResult cleared = post("/campaigns/clear", "text", "Ещё не готово", "version", "0");
        assertThat(cleared).hasRedirectedUrl("/campaigns/new");
        Toast toast = (Toast)
                Objects.requireNonNull(cleared.getMvcResult().getFlashMap().get(Toast.NAME));
        assertThat(toast.undoUrl()).matches("/campaigns/\\d+/back");
        String back = String.valueOf(
                post(String.valueOf(toast.undoUrl())).getResponse().getRedirectedUrl());
        assertThat(body(get(back))).contains("Ещё не готово", "formaction=\"/campaigns/clear\"");
        assertThat(body(get("/campaigns/new"))).doesNotContain("Ещё не готово");
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
