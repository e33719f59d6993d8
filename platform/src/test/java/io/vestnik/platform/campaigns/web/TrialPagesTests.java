package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrialPagesTests extends AsPerson {
    private static final String PHONES =
            IntStream.range(0, 40).mapToObj(i -> "+7916999" + (1_000 + i)).collect(Collectors.joining("\n"));

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Trials trials;

    private Campaign find(CampaignId id) {
        return campaigns.find(client().account(), id).orElseThrow();
    }

    /** Written while the second text stood in the field. */
    private CampaignId previewed() {
        String page = Objects.requireNonNull(post(
                        "/campaigns/preview",
                        "sender",
                        "VESTNIK",
                        "text",
                        "Второй, подлиннее",
                        "phones",
                        PHONES,
                        "trial.on",
                        "true",
                        "trial.showing",
                        "1",
                        "trial.a",
                        "Первый",
                        "trial.b",
                        "старое",
                        "trial.share",
                        "50",
                        "trial.goal",
                        "deliveries",
                        "trial.hours",
                        "4")
                .getResponse()
                .getRedirectedUrl());
        CampaignId id = new CampaignId(Long.parseLong(page.replaceAll("\\D", "")));
        await().until(() -> find(id).state() == CampaignState.PREVIEWED);
        return id;
    }

    @Test
    void keepsTheTextsPricesThemAndLetsAPersonChoose() {
        CampaignId id = previewed();
        assertThat(find(id).draft().text()).isEqualTo("Первый");
        assertThat(find(id).draft().trial())
                .isEqualTo(
                        new Trial(List.of("Второй, подлиннее"), 50, Trial.Goal.DELIVERIES, Duration.ofHours(4), false));
        assertThat(get("/campaigns/" + id + "/edit"))
                .bodyText()
                .contains("Проверить варианты текста", "trial-text-1")
                .doesNotContain("??");
        assertThat(get("/campaigns/" + id + "/preview"))
                .bodyText()
                .contains("Частей всем", "Второй, подлиннее")
                .doesNotContain("??");
        post("/campaigns/" + id + "/confirm", "preview", "1");
        assertThat(get("/campaigns/" + id))
                .bodyText()
                .contains("Варианты текста", "Отправить остальным", "Итогов пока мало")
                .doesNotContain("??");
        assertThat(post("/campaigns/" + id + "/winner", "text", "1")).hasRedirectedUrl("/campaigns/" + id);
        assertThat(trials.report(client().account(), id).orElseThrow().winner()).isEqualTo(1);
        assertThat(get("/campaigns/" + id))
                .bodyText()
                .contains("Остальным ушёл вариант B")
                .doesNotContain("Отправить остальным");
        await().until(() ->
                find(id).counts().values().stream().mapToLong(Long::longValue).sum() == 40);
    }

    @Test
    void saysAtTheFieldThatOneTextIsNoTrial() {
        assertThat(post(
                        "/campaigns/preview",
                        "sender",
                        "VESTNIK",
                        "text",
                        "Один",
                        "phones",
                        PHONES,
                        "trial.on",
                        "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Нужен хотя бы ещё один вариант");
    }
}
