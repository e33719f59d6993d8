package io.vestnik.platform.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.PlanFixtures;
import io.vestnik.platform.plans.PlanId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the page of a plan shows of its message and of the draft that it was taken from. */
@WebTest
class PlanMessagePagesTests {
    private static final Locale RUSSIAN = Locale.of("ru");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext context;

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

    private Who client() {
        return SignIns.who("client", context);
    }

    private MvcTestResult get(String uri) {
        return mvc.get()
                .uri(uri)
                .locale(RUSSIAN)
                .with(SignIns.as("client", context))
                .exchange();
    }

    private MvcTestResult post(String uri, String... fields) {
        var request = mvc.post()
                .uri(uri)
                .locale(RUSSIAN)
                .with(SignIns.as("client", context))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
