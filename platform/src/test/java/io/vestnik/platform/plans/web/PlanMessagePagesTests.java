package io.vestnik.platform.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.PlanFixtures;
import io.vestnik.platform.plans.PlanId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a plan shows of its message and of the draft that it was taken from. */
class PlanMessagePagesTests extends AsPerson {
    @Autowired
    private Campaigns campaigns;

    @Test
    void showsInWhatTheDraftDiffersAndTakesItByAButton() {
        CampaignId draft = ((Saved.Kept) campaigns.save(client(), null, 0, draft("Приходите"))).id();
        PlanId plan = PlanFixtures.farAhead(client(), draft, context);
        assertThat(get("/plans/" + plan)).bodyText().doesNotContain("Черновик изменился");

        assertThat(campaigns.save(client(), draft, 1, draft("Половина фра"))).isEqualTo(new Saved.Kept(draft, 2));

        assertThat(get("/plans/" + plan))
                .hasStatusOk()
                .bodyText()
                .contains("Черновик изменился")
                .contains("Приходите")
                .contains("Половина фра")
                .contains("Взять текст в план");
        post("/plans/" + plan + "/message", "version", "1");
        assertThat(get("/plans/" + plan)).bodyText().contains("Черновик изменился");
        assertThat(post("/plans/" + plan + "/message", "version", "2")).hasStatus3xxRedirection();
        assertThat(get("/plans/" + plan))
                .bodyText()
                .contains("Половина фра")
                .doesNotContain("Приходите")
                .doesNotContain("Черновик изменился");
    }

    private static Draft draft(String text) {
        return new Draft("Осенняя", "VESTNIK", text, List.of(), List.of("+79161234567"), Duration.ofHours(12));
    }
}
