package io.vestnik.platform.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.AsPerson;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SeriesPagesTests extends AsPerson {
    private static final LocalDateTime FIRST = LocalDateTime.of(2030, 3, 1, 12, 30);

    @Autowired
    private Campaigns campaigns;

    @Test
    void theSecondComesAWeekLaterToTheSamePeopleWithoutAText() {
        CampaignId first = kept("Весна", FIRST);
        Draft second = find(follow(first));
        assertThat(second.name()).isEqualTo("Весна — 2");
        assertThat(second.audience().phones()).containsExactly("+79160000001");
        assertThat(second.text()).isEmpty();
        assertThat(second.timing().start()).isEqualTo(new Start.At(FIRST.plusDays(7), Whose.RECIPIENT));
    }

    @Test
    void theNextKeepsTheStepOfTheLastTwo() {
        CampaignId first = kept("Лето", FIRST);
        CampaignId second = follow(first);
        Draft moved = find(second);
        int version = campaigns.find(client().account(), second).orElseThrow().version();
        Draft later = moved.at(moved.timing().from(new Start.At(FIRST.plusDays(3), Whose.RECIPIENT)));
        assertThat(campaigns.save(client(), second, version, later)).isInstanceOf(Saved.Kept.class);

        Draft third = find(follow(first));
        assertThat(third.name()).isEqualTo("Лето — 3");
        assertThat(third.timing().start()).isEqualTo(new Start.At(FIRST.plusDays(6), Whose.RECIPIENT));
    }

    @Test
    void whatWouldBeOverComesLaterAndALongNameIsCutBetweenLetters() {
        CampaignId first = kept("Н".repeat(95) + "🎉🎉", LocalDateTime.of(2020, 1, 1, 10, 0));
        Draft second = find(follow(first));
        assertThat(second.name()).isEqualTo("Н".repeat(95) + " — 2");
        assertThat(second.timing().start())
                .isInstanceOfSatisfying(
                        Start.At.class, start -> assertThat(start.local()).isAfter(LocalDateTime.of(2026, 1, 1, 0, 0)));
    }

    @Test
    void allOfASeriesAreShownFromAnyOfThem() {
        CampaignId first = kept("Осень", FIRST);
        CampaignId second = follow(first);
        assertThat(body(get("/campaigns/" + second + "/series")))
                .contains("Серия: Осень")
                .contains("/campaigns/" + first + "\"")
                .contains("Осень — 2");
    }

    private CampaignId kept(String name, LocalDateTime at) {
        Draft draft = new Draft(
                name,
                "VESTNIK",
                "Текст",
                new Audience(List.of(), List.of("+79160000001")),
                new Timing(Duration.ofHours(3)).from(new Start.At(at, Whose.RECIPIENT)),
                Manner.PLAIN,
                null);
        return ((Saved.Kept) campaigns.save(client(), null, 0, draft)).id();
    }

    private CampaignId follow(CampaignId campaign) {
        String form = Objects.requireNonNull(
                post("/campaigns/" + campaign + "/series").getResponse().getRedirectedUrl());
        assertThat(form).matches("/campaigns/\\d+/edit");
        return new CampaignId(Long.parseLong(form.replaceAll("\\D", "")));
    }

    private Draft find(CampaignId campaign) {
        return campaigns.find(client().account(), campaign).orElseThrow().draft();
    }
}
