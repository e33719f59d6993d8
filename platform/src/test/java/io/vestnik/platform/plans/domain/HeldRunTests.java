package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.RunNotSent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a run from being sent, and who may have it sent besides its times. */
@ModuleTest
class HeldRunTests extends PlanRuns {
    @Autowired
    private List<JobKind> kinds;

    @Test
    void goesNoFurtherWhileThePlanIsPaused() {
        PlanId counting = daily(0);
        house.now = at("2036-03-03T12:00");
        house.look();
        house.work();
        PlanId begun = kept(Schedules.at(Days.ALL, "12:01"));
        house.now = at("2036-03-03T12:01");
        house.look();
        CampaignId made = campaign(newest(counting));

        house.desk.pause(who, counting);
        house.desk.pause(who, begun);
        house.campaigns.count();
        house.work();

        for (PlanId plan : List.of(counting, begun)) {
            Run run = newest(plan);
            assertThat(run.state()).isEqualTo(RunState.WITHDRAWN);
            assertThat(run.detail()).isEqualTo("paused");
            assertThat(run.campaign()).isNull();
        }
        assertThat(house.campaigns.drafts).doesNotContainKey(made).containsOnlyKeys(pattern);
        assertThat(house.campaigns.confirmed).isEmpty();
        assertThat(house.told).isEmpty();
    }

    @Test
    void runsByHandWhilePaused() {
        PlanId plan = daily(0);
        house.desk.pause(who, plan);

        assertThat(house.desk.runNow(who, plan)).isTrue();
        house.work();
        house.campaigns.count();
        house.work();

        assertThat(newest(plan).state()).isEqualTo(RunState.SENT);
    }

    @Test
    void runsByHandOnceHoweverOftenTheButtonIsPressed() {
        PlanId plan = daily(0);

        assertThat(house.desk.runNow(who, plan)).isTrue();
        house.now = house.now.plusMillis(300);
        assertThat(house.desk.runNow(who, plan)).isFalse();
        house.work();
        house.now = house.now.plusMillis(300);
        assertThat(house.desk.runNow(who, plan)).isFalse();
        assertThat(list(plan)).hasSize(1);

        house.campaigns.count();
        house.work();
        house.now = house.now.plusMillis(300);
        assertThat(house.desk.runNow(who, plan)).isTrue();
    }

    @Test
    void sendsNothingAtAnotherHourAfterAnOutageAmidItsRun() {
        PlanId plan = daily(0);
        house.now = at("2036-03-03T12:00");
        house.look();
        house.work();
        house.campaigns.count();

        house.now = at("2036-03-04T03:00");
        house.work();

        assertThat(newest(plan).state()).isEqualTo(RunState.MISSED);
        assertThat(newest(plan).campaign()).isNotNull();
        assertThat(house.campaigns.confirmed).isEmpty();
        assertThat(house.told).extracting(RunNotSent::reason).containsExactly("missed");
    }

    @Test
    void letsWhoMaySendAloneCancelWhatSends() {
        assertThat(kinds)
                .filteredOn(kind -> kind.name().startsWith("plans."))
                .hasSize(2)
                .extracting(JobKind::right)
                .containsOnly("campaigns:start");
    }

    @Test
    void doesNotRunWhilePausedAndMakesUpForNothingAfterwards() {
        PlanId plan = daily(24);
        assertThat(house.desk.pause(who, plan)).isTrue();
        house.now = at("2036-03-05T13:00");
        house.look();

        assertThat(house.desk.resume(who, plan)).isTrue();
        house.look();

        assertThat(list(plan)).isEmpty();
        assertThat(plan(plan).nextRunAt()).isEqualTo(at("2036-03-06T12:00"));
    }

    @Test
    void runsOnceMoreByHandBesidesItsTimes() {
        PlanId plan = daily(0);

        assertThat(house.desk.runNow(who, plan)).isTrue();
        house.work();
        house.campaigns.count();
        house.work();

        assertThat(list(plan)).singleElement().satisfies(run -> {
            assertThat(run.byHand()).isTrue();
            assertThat(run.state()).isEqualTo(RunState.SENT);
        });
        assertThat(plan(plan).nextRunAt()).isEqualTo(at("2036-03-03T12:00"));
    }

    @Test
    void goesNoFurtherWhenThePlanIsDeletedOrTheCampaignCancelled() {
        PlanId plan = daily(0);
        PlanId other = daily(0);
        house.now = at("2036-03-03T12:00");
        house.look();
        house.work();

        house.desk.delete(who, plan);
        house.campaigns.states.put(campaign(newest(other)), CampaignState.CANCELLED);
        house.campaigns.count();
        house.work();

        assertThat(newest(plan).state()).isEqualTo(RunState.WITHDRAWN);
        assertThat(newest(other).state()).isEqualTo(RunState.WITHDRAWN);
        assertThat(house.campaigns.confirmed).isEmpty();
    }
}
