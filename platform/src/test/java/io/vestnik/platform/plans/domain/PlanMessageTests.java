package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.store.PersonalData;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a plan sends: the message that was taken into it. */
@ModuleTest
class PlanMessageTests extends PlanRuns {
    private static final Trial TRIAL =
            new Trial(List.of("Заходите"), 20, Trial.Goal.DELIVERIES, Duration.ofHours(4), true);

    @Autowired
    private List<PersonalData> personal;

    @Test
    void sendsWhatWasTakenIntoThePlanAndNotWhatIsWrittenSince() {
        PlanId plan = daily(0);
        Draft taken = Objects.requireNonNull(house.campaigns.drafts.get(pattern));
        house.campaigns.drafts.put(pattern, text("Приход"));

        Run run = ran(plan);

        assertThat(Objects.requireNonNull(house.campaigns.drafts.get(campaign(run)))
                        .text())
                .isEqualTo(taken.text());
        assertThat(house.desk.takeMessage(who, plan, 2)).isFalse();
        assertThat(plan(plan).message()).isEqualTo(taken);
        assertThat(house.desk.takeMessage(who, plan, 1)).isTrue();
        assertThat(plan(plan).message()).isEqualTo(text("Приход"));
    }

    @Test
    void keepsItsMessageWhenOnlyItsTimesChangeAndTakesThatOfAnotherDraft() {
        PlanId plan = daily(0);
        Draft taken = Objects.requireNonNull(house.campaigns.drafts.get(pattern));
        house.campaigns.drafts.put(pattern, text("Приход"));
        CampaignId other = house.campaigns.draft(text("Другое"));
        Occasion occasion = plan(plan).terms().occasion();

        house.desk.change(who, plan, 1, new Plan.Terms("Иначе", pattern, occasion, 6));
        assertThat(plan(plan).message()).isEqualTo(taken);
        house.desk.change(who, plan, 2, new Plan.Terms("Иначе", other, occasion, 6));
        assertThat(plan(plan).message()).isEqualTo(text("Другое"));
    }

    @Test
    void makesItsCampaignAnewWhenSomebodyHasChangedItMeanwhile() {
        PlanId plan = daily(0);
        house.now = at("2036-03-03T12:00");
        house.look();
        house.work();
        CampaignId changed = campaign(newest(plan));
        house.campaigns.drafts.put(changed, tried(Objects.requireNonNull(house.campaigns.drafts.get(changed))));
        house.campaigns.count();
        house.work();
        assertThat(house.campaigns.drafts).doesNotContainKey(changed);

        house.campaigns.count();
        house.work();

        Run run = newest(plan);
        assertThat(run.state()).isEqualTo(RunState.SENT);
        assertThat(house.campaigns.confirmed).containsExactly(campaign(run));
        assertThat(Objects.requireNonNull(house.campaigns.drafts.get(campaign(run)))
                        .texts())
                .containsExactly("Приходите");
    }

    @Test
    void triesTheTextsThatItsMessageTries() {
        house.campaigns.drafts.put(pattern, tried(text("Приходите")));
        Run run = ran(daily(0));
        assertThat(run.state()).isEqualTo(RunState.SENT);
        assertThat(Objects.requireNonNull(house.campaigns.drafts.get(campaign(run)))
                        .trial())
                .isEqualTo(TRIAL);
    }

    @Test
    void keepsAllThatADraftCanSay() {
        Campaigns.Timing timing = new Campaigns.Timing(
                Duration.ofMinutes(90),
                new Start.At(LocalDateTime.parse("2036-03-05T12:30"), Whose.RECIPIENT),
                new Spread.PerHour(500),
                new Allowed(
                        new Hours(LocalTime.of(9, 0), LocalTime.of(21, 0), Set.of(DayOfWeek.MONDAY)), Whose.ACCOUNT),
                true,
                20,
                new Campaigns.Cap(2, 7),
                Whose.RECIPIENT);
        Draft full = new Draft(
                "Скидка",
                "VESTNIK",
                "[Имя], \"приходите\"",
                new Campaigns.Audience(List.of(new GroupId(1)), List.of("8 (916) 123-45-67"), List.of(new GroupId(2))),
                timing,
                new Campaigns.Manner(true, "OTHER", List.of("весна")),
                TRIAL);
        for (Draft draft : List.of(full, timed(full, new Spread.Over(Duration.ofHours(3))), text("Просто"))) {
            house.campaigns.drafts.put(pattern, draft);
            assertThat(plan(daily(0)).message()).isEqualTo(draft);
        }
    }

    @Test
    void forgetsTheNumbersOfWhoIsErased() {
        house.campaigns.drafts.put(
                pattern,
                tried(new Draft(
                        "Двое",
                        "VESTNIK",
                        "Приходите",
                        List.of(),
                        List.of("8 (916) 123-45-67", "+79167654321"),
                        Duration.ofHours(12))));
        PlanId plan = daily(0);
        PersonalData ours = personal.stream()
                .filter(it -> it.place().equals("plans.messages"))
                .findFirst()
                .orElseThrow();
        assertThat(ours.tell(account, "79161234567", null, 10).items()).hasSize(1);

        ours.erase(account, new PersonalData.People(Set.of("79161234567")), null);

        assertThat(ours.tell(account, "79161234567", null, 10).items()).isEmpty();
        Draft left = Objects.requireNonNull(plan(plan).message());
        assertThat(left.audience().phones()).containsExactly("+79167654321");
        assertThat(left.trial()).isEqualTo(TRIAL);
    }

    private static Draft text(String text) {
        return new Draft("Скидка", "VESTNIK", text, List.of(new GroupId(1)), List.of(), Duration.ofHours(12));
    }

    private static Draft tried(Draft draft) {
        return new Draft(
                draft.name(), draft.sender(), draft.text(), draft.audience(), draft.timing(), draft.manner(), TRIAL);
    }

    private static Draft timed(Draft draft, Spread spread) {
        return draft.at(draft.timing().at(spread));
    }
}
