package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.domain.Movements;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The balance in the head of every page, and the movements of money. */
@Controller
class BillingPages {
    private static final int PAGE = 50;

    private final Billing billing;
    private final Movements movements;
    private final MovementWords words;
    private final Accounts accounts;
    private final KeptTables tables;

    BillingPages(Billing billing, Movements movements, MovementWords words, Accounts accounts, KeptTables tables) {
        this.tables = tables;
        this.billing = billing;
        this.movements = movements;
        this.words = words;
        this.accounts = accounts;
    }

    /** What stands in the head. */
    @GetMapping("/billing/balance")
    @PreAuthorize("hasAuthority('billing:view')")
    String balance(@AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("balance", billing.balance(who.account()));
        return "billing/balance :: head";
    }

    @GetMapping("/billing")
    @PreAuthorize("hasAuthority('billing:view')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model, Locale locale) {
        movements.catchUp();
        ZoneId zone = accounts.get(who.account()).zone();
        MovementFilter filter = words.filter(query, zone);
        Slice<Movement> page =
                movements.list(who.account(), filter, query.after().orElse(null), PAGE);
        model.addAttribute("balance", billing.balance(who.account()));
        model.addAttribute("totals", words.totals(movements.totals(who.account(), filter), locale));
        model.addAttribute(
                "rows",
                page.items().stream().map(it -> words.line(it, zone, locale)).toList());
        model.addAttribute(
                "list",
                ListView.of("movements", query)
                        .columns(
                                Column.text("day", "billing.day"),
                                Column.text("operation", "billing.operation"),
                                Column.text("cause", "billing.cause"),
                                Column.number("count", "billing.count"),
                                Column.number("amount", "billing.amount"))
                        .filter(new Filter("period", "billing.period", words.periods(locale)))
                        .filter(new Filter("operation", "billing.operation", words.operations(locale)))
                        .exportable("/billing/export")
                        .page(page.items().size(), page.next(), null));
        return "billing/movements";
    }

    @GetMapping("/billing/export")
    @PreAuthorize("hasAuthority('billing:view')")
    void export(
            ListQuery query,
            @RequestParam(defaultValue = "xlsx") String format,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        movements.catchUp();
        ZoneId zone = accounts.get(who.account()).zone();
        MovementExport export = new MovementExport(movements, words, locale);
        MovementFilter filter = words.filter(query, zone);
        Reports.About about = new Reports.About("billing.title", "billing:view", who.name());
        tables.answer(
                who.account(),
                about,
                format,
                "movements",
                table -> export.write(who.account(), filter, table),
                response);
    }
}
