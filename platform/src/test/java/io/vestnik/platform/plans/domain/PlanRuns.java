package io.vestnik.platform.plans.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans of an account of their own, whose times are of 2036, so that the clock of the application never sees them. */
abstract class PlanRuns {
    @Autowired
    PlanBook plans;

    @Autowired
    RunStore runs;

    @Autowired
    DaysOff daysOff;

    @Autowired
    Transactions transactions;

    @Autowired
    ContactFixtures fixtures;

    PlanHouse house;
    AccountId account;
    Who who;
    CampaignId pattern;

    @BeforeEach
    void build() {
        account = fixtures.account();
        who = new Who(account, new UserId(5), null, "Мария", Set.of());
        house = new PlanHouse(account, new PlanHouse.Stores(plans, runs, daysOff), transactions);
        house.now = at("2036-03-03T10:00"); // a Monday
        pattern = house.campaigns.draft(
                new Draft("Скидка", "VESTNIK", "Приходите", List.of(new GroupId(1)), List.of(), Duration.ofHours(12)));
    }

    PlanId daily(int lateHours) {
        return kept(
                new Schedule(
                        Days.ALL,
                        Schedules.times("12:00"),
                        LocalDate.of(2036, 3, 1),
                        new End.Never(),
                        Schedules.MOSCOW,
                        OnHoliday.RUN),
                lateHours);
    }

    PlanId kept(Schedule schedule) {
        return kept(schedule, 0);
    }

    PlanId kept(Schedule schedule, int lateHours) {
        Plan.Terms terms = new Plan.Terms("По будням", pattern, new Occasion.Calendar(schedule), lateHours);
        return switch (house.desk.create(who, terms)) {
            case Planner.Saved.Kept kept -> kept.id();
            case Planner.Saved other -> throw new AssertionError(other);
        };
    }

    /** Its time comes, and everything goes as it goes. */
    Run ran(PlanId plan) {
        house.now = at("2036-03-03T12:00");
        house.look();
        house.work();
        house.campaigns.count();
        house.work();
        return newest(plan);
    }

    Plan plan(PlanId plan) {
        return plans.find(account, plan).orElseThrow();
    }

    Run newest(PlanId plan) {
        return list(plan).getFirst();
    }

    List<Run> list(PlanId plan) {
        return runs.list(account, plan, null, null, 50).items();
    }

    static CampaignId campaign(Run run) {
        return Objects.requireNonNull(run.campaign());
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Schedules.MOSCOW).toInstant();
    }
}
