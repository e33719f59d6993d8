package io.vestnik.platform.plans.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Occasion;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.plans.domain.Run;
import io.vestnik.platform.plans.domain.RunStore;
import io.vestnik.platform.plans.domain.Schedule;
import io.vestnik.platform.shell.ListQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans as rows: there are at most some hundred, so that they are searched, ordered and paged as they are. */
@Component
class PlanTable {
    /** Of what kind a plan is, as the filter names it. */
    static final String CALENDAR = "calendar";

    static final String GREETING = "greeting";

    private static final ListQuery.Sort BY_NEXT = new ListQuery.Sort("next", false);

    private final Planner desk;
    private final RunStore runs;
    private final ScheduleWords said;
    private final GreetingModel greetings;

    PlanTable(Planner desk, RunStore runs, ScheduleWords said, GreetingModel greetings) {
        this.desk = desk;
        this.runs = runs;
        this.said = said;
        this.greetings = greetings;
    }

    /**
     * A plan in the list.
     *
     * @param said when it runs, in words
     * @param last what came of its newest run; none before the first
     */
    public record Row(
            PlanId id,
            String name,
            String said,
            PlanState state,
            @Nullable Instant next,
            ZoneId zone,
            @Nullable Run last) {}

    /** Those that match, in the order that was asked for; what runs next comes first, what does not run last. */
    List<Row> matching(AccountId account, ListQuery query) {
        String search = query.search().toLowerCase(Locale.ROOT);
        String state = query.filter("state").orElse("");
        String kind = query.filter("kind").orElse("");
        List<Plan> plans = desk.list(account).stream()
                .filter(plan -> plan.terms().name().toLowerCase(Locale.ROOT).contains(search))
                .filter(plan -> state.isEmpty() || plan.state().code().equals(state))
                .filter(plan -> kind.isEmpty() || kind(plan).equals(kind))
                .toList();
        Map<PlanId, Run> last =
                runs.newest(account, plans.stream().map(Plan::id).toList());
        List<Row> rows = new ArrayList<>();
        plans.forEach(plan -> rows.add(row(plan, last.get(plan.id()))));
        ListQuery.Sort sort = query.sort(BY_NEXT, "name", "next");
        if (sort.column().equals("next")) {
            rows.sort(Comparator.comparing(Row::next, Comparator.nullsLast(Comparator.naturalOrder())));
        }
        return sort.descending() ? rows.reversed() : rows;
    }

    private static String kind(Plan plan) {
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar _ -> CALENDAR;
            case Occasion.Anniversary _ -> GREETING;
        };
    }

    private Row row(Plan plan, @Nullable Run last) {
        return switch (plan.terms().occasion()) {
            case Occasion.Calendar(Schedule schedule) -> row(plan, last, said.of(schedule), schedule.zone());
            case Occasion.Anniversary anniversary ->
                row(plan, last, greetings.said(plan.account(), anniversary), anniversary.zone());
        };
    }

    private static Row row(Plan plan, @Nullable Run last, String said, ZoneId zone) {
        return new Row(plan.id(), plan.terms().name(), said, plan.state(), plan.nextRunAt(), zone, last);
    }
}
