package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.domain.Approval.Rule;
import io.vestnik.platform.campaigns.domain.Approving;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalPagesTests extends AsPerson {
    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Approving approving;

    @AfterEach
    void nobodyElseIsAsked() {
        approving.keep(client(), Rule.NEVER);
    }

    @Test
    void asksShowsWhoWaitsAndLetsNobodyAnswerThemselves() {
        assertThat(post("/campaigns/approvals/rule", "recipients", "1", "cost", ""))
                .hasStatus3xxRedirection();
        Draft draft = new Draft(
                "На согласование",
                "VESTNIK",
                "Привет",
                List.of(),
                List.of("+79168880001", "+79168880002"),
                Duration.ofHours(12));
        CampaignId id = ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
        campaigns.preview(client(), id);
        await().until(() -> campaigns.find(client().account(), id).orElseThrow().state() == CampaignState.PREVIEWED);
        String page = "/campaigns/" + id + "/preview";
        assertThat(get(page)).bodyText().contains("Отправить на согласование").doesNotContain("??");
        assertThat(post("/campaigns/" + id + "/confirm", "preview", "1")).hasRedirectedUrl(page);
        assertThat(get(page))
                .bodyText()
                .contains("Ждёт согласия другого человека")
                .doesNotContain("Не согласовать", "??");
        assertThat(get("/campaigns/approvals"))
                .bodyText()
                .contains("На согласование", "Когда нужно согласование")
                .doesNotContain("??");
        post("/campaigns/" + id + "/approval", "preview", "1", "yes", "true");
        assertThat(campaigns.find(client().account(), id).orElseThrow().state())
                .isEqualTo(CampaignState.AWAITING_APPROVAL);
    }

    @Test
    void saysWhatIsNoLimit() {
        assertThat(post("/campaigns/approvals/rule", "recipients", "много", "cost", "-5"))
                .hasStatus(422)
                .bodyText()
                .contains("Целое число", "Сумма, например 5000");
    }
}
