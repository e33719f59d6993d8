package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.domain.Plan;
import io.vestnik.platform.plans.domain.PlanState;
import io.vestnik.platform.plans.domain.Planner;
import io.vestnik.platform.plans.domain.Run;
import io.vestnik.platform.plans.domain.RunState;
import io.vestnik.platform.plans.domain.RunStore;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The list of plans, and the page of one with what came of its runs. */
@Controller
class PlanPages {
    private static final int ROWS = 50;
    private static final int RUN_ROWS = 25;

    private final Planner desk;
    private final RunStore runs;
    private final PlanTable table;
    private final PlanOutlook outlook;
    private final Accounts accounts;

    PlanPages(Planner desk, RunStore runs, PlanTable table, PlanOutlook outlook, Accounts accounts) {
        this.desk = desk;
        this.runs = runs;
        this.table = table;
        this.outlook = outlook;
        this.accounts = accounts;
    }

    @GetMapping("/plans")
    @PreAuthorize(PlanRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<PlanTable.Row> rows = table.matching(who.account(), query);
        int from = query.after()
                .filter(it -> it.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        int to = Math.min(rows.size(), from + ROWS);
        PlanWords words = outlook.words();
        model.addAttribute("rows", from < to ? rows.subList(from, to) : List.of());
        model.addAttribute("words", words);
        model.addAttribute("mayStart", who.may(PlanRights.START));
        model.addAttribute(
                "list",
                ListView.of("plans", query)
                        .searchable("plans.search")
                        .columns(
                                Column.text("name", "plans.name").sorted(),
                                Column.text("said", "plans.when"),
                                Column.text("state", "plans.state"),
                                Column.text("next", "plans.next").sorted(),
                                Column.text("last", "plans.last"))
                        .filter(new Filter(
                                "state",
                                "plans.state",
                                Arrays.stream(PlanState.values())
                                        .filter(state -> state != PlanState.GONE)
                                        .map(state -> new Option(state.code(), words.state(state)))
                                        .toList()))
                        .filter(new Filter(
                                "kind",
                                "plans.kind",
                                List.of(
                                        new Option(PlanTable.CALENDAR, words.of("plans.kind.calendar")),
                                        new Option(PlanTable.GREETING, words.of("plans.kind.greeting")))))
                        .exportable("/plans/export")
                        .page(Math.max(0, to - from), to < rows.size() ? Integer.toString(to) : null, (long)
                                rows.size()));
        return "plans/list";
    }

    @GetMapping("/plans/{id:\\d{1,18}}")
    @PreAuthorize(PlanRights.MAY_VIEW)
    String show(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Plan plan = (id > 0 ? desk.find(who.account(), new PlanId(id)) : Optional.<Plan>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Slice<Run> page = runs.list(
                who.account(),
                plan.id(),
                query.filter("state").flatMap(PlanPages::state).orElse(null),
                query.after().filter(it -> it.matches("\\d{1,18}")).orElse(null),
                RUN_ROWS);
        PlanWords words = outlook.words();
        outlook.fill(model, plan);
        model.addAttribute("rows", page.items());
        model.addAttribute("words", words);
        model.addAttribute("mayStart", who.may(PlanRights.START));
        model.addAttribute("currency", accounts.get(who.account()).currency());
        model.addAttribute(
                "list",
                ListView.of("runs", query)
                        .columns(
                                Column.text("at", "plans.run.at"),
                                Column.text("state", "plans.run.state"),
                                Column.number("recipients", "plans.run.recipients"),
                                Column.number("cost", "plans.run.cost"))
                        .filter(new Filter(
                                "state",
                                "plans.run.state",
                                Arrays.stream(RunState.values())
                                        .map(state -> new Option(state.code(), words.state(state)))
                                        .toList()))
                        .page(page.items().size(), page.next(), null));
        return "plans/plan";
    }

    private static Optional<RunState> state(String code) {
        return Arrays.stream(RunState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
