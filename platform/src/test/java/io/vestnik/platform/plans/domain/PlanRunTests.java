package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.campaigns.CampaignConfirmed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.RunNotSent;
import io.vestnik.platform.plans.domain.DaysOff.DayOff;
import io.vestnik.platform.store.Pool;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a plan does when its time comes. The times are of 2036, so that the clock of the application never sees them. */
@ModuleTest
class PlanRunTests extends PlanRuns {
    @Test
    void makesACampaignOfItsOwnPreviewsItAndConfirmsIt() {
        PlanId plan = daily(0);
        house.now = at("2036-03-03T12:00");

        house.look();
        house.work();
        assertThat(newest(plan).state()).isEqualTo(RunState.COUNTING);
        house.campaigns.count();
        house.work();

        Run run = newest(plan);
        assertThat(run.state()).isEqualTo(RunState.SENT);
        assertThat(run.recipients()).isEqualTo(3);
        assertThat(run.cost()).isEqualTo(FakeCampaigns.COST);
        assertThat(house.campaigns.confirmed).containsExactly(campaign(run));
        assertThat(house.campaigns.drafts.get(campaign(run)))
                .isEqualTo(Objects.requireNonNull(house.campaigns.drafts.get(pattern))
                        .named("По будням, 2036-03-03 12:00"));
        assertThat(plan(plan).nextRunAt()).isEqualTo(at("2036-03-04T12:00"));
    }

    @Test
    void makesOneRunOfATimeHoweverManyNodesTakeIt() {
        PlanId plan = daily(0);
        house.now = at("2036-03-03T12:00:30");
        Plan taken = plans.find(account, plan).orElseThrow();

        transactions.call(() -> house.turned(taken));
        transactions.call(() -> house.turned(taken));
        house.look();

        assertThat(list(plan)).hasSize(1);
        assertThat(house.started).hasSize(1);
    }

    @Test
    void makesUpForTheLastMissedRunAloneWhenItIsNotTooLate() {
        PlanId plan = daily(3);
        house.now = at("2036-03-06T14:59");

        house.look();

        assertThat(list(plan))
                .extracting(Run::plannedAt, Run::state)
                .containsExactly(
                        tuple(at("2036-03-06T12:00"), RunState.DUE),
                        tuple(at("2036-03-05T12:00"), RunState.MISSED),
                        tuple(at("2036-03-04T12:00"), RunState.MISSED),
                        tuple(at("2036-03-03T12:00"), RunState.MISSED));
        assertThat(house.told).isEmpty();
    }

    @Test
    void leavesOutWhatIsTooLateAndTellsSo() {
        PlanId plan = daily(0);
        house.now = at("2036-03-03T12:16");

        house.look();

        assertThat(list(plan)).extracting(Run::state).containsExactly(RunState.MISSED);
        assertThat(house.told)
                .containsExactly(new RunNotSent(account, plan, "По будням", at("2036-03-03T12:00"), "missed"));
        assertThat(plan(plan).nextRunAt()).isEqualTo(at("2036-03-04T12:00"));
    }

    @Test
    void saysThatTheMoneyIsGoneAndKeepsTheCampaignForLater() {
        PlanId plan = daily(0);
        house.campaigns.answer = new Confirmation.NoMoney(Money.of("7.50"), Money.of("1.00"));

        Run run = ran(plan);

        assertThat(run.state()).isEqualTo(RunState.NO_MONEY);
        assertThat(run.cost()).isEqualTo(Money.of("7.50"));
        assertThat(house.campaigns.states.get(campaign(run))).isEqualTo(CampaignState.AWAITING_PAYMENT);
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("no_money");
    }

    @Test
    void notesThatAPersonHasSentItAfterATopUp() {
        PlanId plan = daily(0);
        house.campaigns.answer = new Confirmation.NoMoney(Money.of("7.50"), Money.of("1.00"));
        Run unpaid = ran(plan);
        CampaignConfirmed other = new CampaignConfirmed(account, new CampaignId(1), 3, Money.of("7.50"));
        transactions.run(Pool.BACKGROUND, () -> house.paid.on(other));
        assertThat(newest(plan).state()).isEqualTo(RunState.NO_MONEY);

        house.now = house.now.plus(Duration.ofDays(90));
        CampaignConfirmed sent = new CampaignConfirmed(account, campaign(unpaid), 2, Money.of("5.00"));
        transactions.run(Pool.BACKGROUND, () -> house.paid.on(sent));
        transactions.run(Pool.BACKGROUND, () -> house.paid.on(sent));

        assertThat(newest(plan).recipients()).isEqualTo(2);
        assertThat(newest(plan).cost()).isEqualTo(Money.of("5.00"));
        assertThat(newest(plan).state()).isEqualTo(RunState.SENT);
    }

    @Test
    void saysThatNobodyIsLeftOfTheAudience() {
        PlanId plan = daily(0);
        house.campaigns.recipients = 0;
        house.campaigns.answer = new Confirmation.Refused(List.of(new Fault("audience", "nobody_left", "")));

        assertThat(ran(plan).state()).isEqualTo(RunState.NOBODY);
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("nobody");
    }

    @Test
    void saysThatAGroupWasDeletedBetweenPlanningAndRun() {
        PlanId plan = daily(0);
        house.campaigns.faults.add(new Fault("audience", "unknown_group", "1"));

        Run run = ran(plan);

        assertThat(run.state()).isEqualTo(RunState.REFUSED);
        assertThat(run.detail()).isEqualTo("audience.unknown_group|1");
        assertThat(run.campaign()).isNotNull();
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("refused");
    }

    @Test
    void sendsItsOwnMessageThoughTheDraftBehindItWasDeleted() {
        PlanId plan = daily(0);
        house.campaigns.drafts.remove(pattern);

        assertThat(ran(plan).state()).isEqualTo(RunState.SENT);
        Plan.Terms terms = plan(plan).terms();
        assertThat(house.desk.change(who, plan, 1, new Plan.Terms("Иначе", pattern, terms.occasion(), 6)))
                .isInstanceOf(Planner.Saved.Kept.class);
        assertThat(plan(plan).message()).isNotNull();
        assertThat(house.desk.change(who, plan, 2, new Plan.Terms("Иначе", new CampaignId(9), terms.occasion(), 6)))
                .as("another draft has to be there")
                .isEqualTo(new Planner.Saved.Refused("campaign", "gone"));
    }

    @Test
    void countsAgainWhatIsOutdatedAndGivesUpAfterThreeTimes() {
        PlanId plan = daily(0);
        house.campaigns.answer = new Confirmation.Outdated(2);
        house.now = at("2036-03-03T12:00");
        house.look();
        for (int i = 0; i < 4; i++) {
            house.work();
            house.campaigns.count();
        }

        assertThat(newest(plan).state()).isEqualTo(RunState.FAILED);
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("failed");
    }

    @Test
    void isOverAfterItsLastTime() {
        PlanId plan = kept(new Schedule(
                Days.ALL,
                Schedules.times("12:00"),
                LocalDate.of(2036, 3, 3),
                new End.After(1),
                Schedules.MOSCOW,
                OnHoliday.RUN));

        ran(plan);

        assertThat(plan(plan).state()).isEqualTo(PlanState.OVER);
        assertThat(plan(plan).nextRunAt()).isNull();
    }

    @Test
    void followsTheDaysOffThatAnAccountAddsAndRemoves() {
        PlanId plan = kept(new Schedule(
                Schedules.on(DayOfWeek.MONDAY),
                Schedules.times("12:00"),
                LocalDate.of(2036, 3, 1),
                new End.Never(),
                Schedules.MOSCOW,
                OnHoliday.SKIP));

        house.daysOff.add(who, new DayOff(LocalDate.of(2036, 3, 3), "Переезд"));
        house.look();
        assertThat(plan(plan).nextRunAt()).isEqualTo(at("2036-03-10T12:00"));
        house.daysOff.remove(who, LocalDate.of(2036, 3, 3));
        house.look();

        assertThat(plan(plan).nextRunAt()).isEqualTo(at("2036-03-03T12:00"));
        assertThat(list(plan)).isEmpty();
    }

    @Test
    void refusesAPlanThatNeverFiresOrIsOverOrHasNoMessage() {
        Days never = new Days(Set.of(Month.FEBRUARY), Set.of(1), Set.of(), new Every(2, Every.Unit.MONTHS));

        assertThat(create(Schedules.at(never, "12:00"), pattern)).isEqualTo(new Planner.Saved.Refused("days", "never"));
        Schedule past = new Schedule(
                Days.ALL,
                Schedules.times("12:00"),
                LocalDate.of(2036, 1, 1),
                new End.After(2),
                Schedules.MOSCOW,
                OnHoliday.RUN);
        assertThat(create(past, pattern)).isEqualTo(new Planner.Saved.Refused("days", "over"));
        assertThat(create(Schedules.at(Days.ALL, "12:00"), new CampaignId(99)))
                .isEqualTo(new Planner.Saved.Refused("campaign", "gone"));
    }

    @Test
    void tellsASaveThatComesTooLate() {
        PlanId plan = daily(0);
        Plan.Terms other = new Plan.Terms("Иначе", pattern, plan(plan).terms().occasion(), 6);

        assertThat(house.desk.change(who, plan, 1, other)).isInstanceOf(Planner.Saved.Kept.class);
        assertThat(house.desk.change(who, plan, 1, other)).isInstanceOf(Planner.Saved.Stale.class);
        assertThat(plan(plan).terms()).isEqualTo(other);
    }

    @Test
    void bringsADeletedPlanBackPaused() {
        PlanId plan = daily(0);
        house.desk.delete(who, plan);
        assertThat(house.desk.find(account, plan)).isEmpty();

        assertThat(house.desk.restore(who, plan)).isTrue();

        assertThat(plan(plan).state()).isEqualTo(PlanState.PAUSED);
    }

    private Planner.Saved create(Schedule schedule, CampaignId message) {
        return house.desk.create(who, new Plan.Terms("План", message, new Occasion.Calendar(schedule), 0));
    }
}
