package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.LetterStore;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of actions, and what came of one. */
@Controller
@PreAuthorize(PromoRights.MAY_VIEW)
class ActionPages {
    private static final int ROWS = 50;

    private final ActionTable table;
    private final AskedActions asked;
    private final ActionReport report;
    private final LetterStore letters;
    private final PromoWords words;

    ActionPages(ActionTable table, AskedActions asked, ActionReport report, LetterStore letters, PromoWords words) {
        this.table = table;
        this.asked = asked;
        this.report = report;
        this.letters = letters;
        this.words = words;
    }

    @GetMapping("/promo")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<ActionTable.Row> rows = table.matching(who.account(), query);
        int from = query.after()
                .filter(it -> it.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
        int to = Math.min(rows.size(), from + ROWS);
        model.addAttribute("rows", from < to ? rows.subList(from, to) : List.of());
        model.addAttribute("words", words);
        model.addAttribute("mayEdit", who.may(PromoRights.EDIT));
        model.addAttribute(
                "list",
                ListView.of("promo", query)
                        .searchable("promo.search")
                        .columns(
                                Column.text("name", "promo.field.name").sorted(),
                                Column.text("state", "promo.state"),
                                Column.text("until", "promo.dates").sorted(),
                                Column.number("handed", "promo.handed").sorted(),
                                Column.number("left", "promo.left").sorted())
                        .filter(new Filter(
                                "state",
                                "promo.state",
                                words.options(Action.State.class, "promo.state.", Action.State::code)))
                        .exportable("/promo/export")
                        .page(Math.max(0, to - from), to < rows.size() ? Integer.toString(to) : null, (long)
                                rows.size()));
        return "promo/list";
    }

    @GetMapping("/promo/{id:\\d{1,18}}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Action action = asked.of(who, id);
        report.fill(model, who, action);
        model.addAttribute("refusals", letters.refusals(who.account(), action.id()));
        return "promo/action";
    }
}
