package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.CodeStore;
import io.vestnik.platform.promo.domain.CodeStore.State;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The codes of an action: who has which, and what became of it. */
@Controller
@PreAuthorize(PromoRights.MAY_VIEW)
class CodePages {
    private static final int ROWS = 50;

    private final AskedActions asked;
    private final CodeStore codes;
    private final ActionReport report;
    private final PromoWords words;

    CodePages(AskedActions asked, CodeStore codes, ActionReport report, PromoWords words) {
        this.asked = asked;
        this.codes = codes;
        this.report = report;
        this.words = words;
    }

    @GetMapping("/promo/{id:\\d{1,18}}/codes")
    String list(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Action action = asked.of(who, id);
        Slice<CodeStore.Line> page = codes.list(who.account(), action.id(), filter(query), after(query), ROWS);
        model.addAttribute("action", action);
        model.addAttribute("words", words);
        model.addAttribute("tabs", report.tabs(action, false));
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "list",
                ListView.of("codes", query)
                        .searchable("promo.codes.search")
                        .columns(
                                Column.text("code", "promo.code"),
                                Column.text("state", "promo.code.state"),
                                Column.text("phone", "promo.code.phone"),
                                Column.text("issued", "promo.code.issued-at"),
                                Column.text("until", "promo.code.until"))
                        .filter(new Filter(
                                "state", "promo.code.state", words.options(State.class, "promo.code.", State::code)))
                        .exportable("/promo/" + id + "/codes/export")
                        .page(page.items().size(), page.next(), null));
        return "promo/codes";
    }

    static CodeStore.Filter filter(ListQuery query) {
        return new CodeStore.Filter(
                query.search(),
                query.filter("state")
                        .flatMap(code -> Arrays.stream(State.values())
                                .filter(it -> it.code().equals(code))
                                .findFirst())
                        .orElse(null));
    }

    private static @Nullable String after(ListQuery query) {
        return query.after().filter(it -> it.matches("\\d{1,18}")).orElse(null);
    }
}
