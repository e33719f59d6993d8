package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ToGroupPagesTests extends AsPerson {
    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Jobs jobs;

    private Campaign find(CampaignId id) {
        return campaigns.find(client().account(), id).orElseThrow();
    }

    private CampaignId queued(String... phones) {
        Draft draft = new Draft("Скидка", "VESTNIK", "Привет", List.of(), List.of(phones), Duration.ofHours(12));
        CampaignId id = ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        campaigns.preview(client(), id);
        await().until(() -> find(id).state() == CampaignState.PREVIEWED);
        campaigns.confirm(client(), id, 1);
        await().until(() -> find(id).counts().getOrDefault(MessageState.QUEUED, 0L) == phones.length);
        return id;
    }

    private String done(String page) {
        JobId job = new JobId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        await().until(() -> jobs.find(client().account(), job).orElseThrow().state() == Job.State.DONE);
        return page;
    }

    @Test
    void putsRecipientsIntoANewGroupAndTellsHowManyTheyAre() {
        CampaignId id = queued("+79167770001", "+79167770002");
        assertThat(get("/campaigns/" + id + "/to-group"))
                .hasStatusOk()
                .bodyText()
                .contains("Кому доставлено", "Убрать из остальных групп")
                .doesNotContain("??");
        String page = done(Objects.requireNonNull(post(
                        "/campaigns/" + id + "/to-group",
                        "whom",
                        "state-queued",
                        "to",
                        "Из рассылки " + id,
                        "newcomers",
                        "true")
                .getResponse()
                .getRedirectedUrl()));
        Group group = contacts.groupNamed(client().account(), "Из рассылки " + id);
        assertThat(group.contacts()).isEqualTo(2);
        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains("В группу добавлены 2 человека", "group=" + group.id(), "/undo")
                .doesNotContain("??");
    }

    @Test
    void asksForANameThatIsNoSegment() {
        CampaignId id = queued("+79167770003");
        assertThat(post("/campaigns/" + id + "/to-group", "whom", "delivered", "to", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Назовите группу");
    }
}
