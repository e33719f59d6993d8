package io.vestnik.platform.plans;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.plans.domain.Days;
import io.vestnik.platform.plans.domain.End;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.OnHoliday;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.plans.domain.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Plans for tests. */
public final class PlanFixtures {
    private PlanFixtures() {}

    /** A plan far ahead: nothing of it runs by itself. */
    public static PlanId farAhead(Who who, CampaignId pattern, ApplicationContext context) {
        Schedule schedule = new Schedule(
                Days.ALL,
                List.of(LocalTime.NOON),
                LocalDate.of(2090, 1, 1),
                new End.Never(),
                ZoneId.of("Europe/Moscow"),
                OnHoliday.RUN);
        Plan.Terms terms = new Plan.Terms("Walk", pattern, new Occasion.Calendar(schedule), 0);
        return ((Planner.Saved.Kept) context.getBean(Planner.class).create(who, terms)).id();
    }
}
