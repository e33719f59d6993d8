package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.billing.Wallets.Wallet;
import io.vestnik.platform.billing.Wallets.Wish;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts right below: a list with their balances, and the same as a table. */
@Controller
@PreAuthorize("hasAnyAuthority('billing:topup', 'clients:manage')")
class ClientPages {
    private static final int PAGE = 50;
    private static final int TABLE_PAGE = 1_000;

    private final Wallets wallets;
    private final ClientWords words;
    private final KeptTables tables;

    ClientPages(Wallets wallets, ClientWords words, KeptTables tables) {
        this.wallets = wallets;
        this.words = words;
        this.tables = tables;
    }

    @GetMapping("/billing/clients")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model, Locale locale) {
        Wish wish = ClientWords.wish(query);
        Slice<Wallet> page = wallets.below(who.account(), wish, query.after().orElse(null), PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute("words", words);
        model.addAttribute(
                "list",
                ListView.of("wallets", query)
                        .searchable("billing.clients.search")
                        .columns(
                                Column.text("name", "billing.client").sorted(),
                                Column.number("number", "billing.client.number").sorted(),
                                Column.text("kind", "billing.client.kind"),
                                Column.text("state", "billing.client.state"),
                                Column.text("zone", "billing.client.zone").onDemand(),
                                Column.number("available", "billing.available").sorted())
                        .filter(new Filter("state", "billing.client.state", words.states(locale)))
                        .exportable("/billing/clients/export")
                        .page(page.items().size(), page.next(), wallets.count(who.account(), wish)));
        return "billing/clients";
    }

    @GetMapping("/billing/clients/export")
    void export(
            ListQuery query,
            @RequestParam(defaultValue = "xlsx") String format,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Wish wish = ClientWords.wish(query);
        Reports.About about = new Reports.About("billing.clients", "billing:topup", who.name());
        tables.answer(who.account(), about, format, "clients", table -> write(who, wish, table, locale), response);
    }

    private void write(Who who, Wish wish, TableWriter table, Locale locale) throws IOException {
        table.sheet(
                words.text("billing.clients", locale),
                List.of(
                        words.text("billing.client", locale),
                        words.text("billing.client.number", locale),
                        words.text("billing.client.kind", locale),
                        words.text("billing.client.state", locale),
                        words.text("billing.client.zone", locale),
                        words.text("billing.available", locale),
                        words.text("billing.client.currency", locale)));
        for (Wallet wallet : Slice.all(after -> wallets.below(who.account(), wish, after, TABLE_PAGE))) {
            Account account = wallet.account();
            table.row(List.of(
                    Cell.text(account.name()),
                    Cell.number(account.id().value()),
                    Cell.text(words.kind(account.kind())),
                    Cell.text(words.state(account)),
                    Cell.text(account.zone().getId()),
                    Cell.money(wallet.available().toDecimal()),
                    Cell.text(account.currency())));
        }
    }
}
