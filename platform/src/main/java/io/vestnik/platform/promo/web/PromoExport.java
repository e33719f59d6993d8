package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.CodeStore;
import io.vestnik.platform.promo.domain.TillStore;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Actions, their codes and what came in as tables: walked by key and written as they are read, then kept. */
@Controller
@PreAuthorize(PromoRights.MAY_VIEW)
class PromoExport {
    private static final int ROWS = 1_000;

    private final ActionTable table;
    private final AskedActions asked;
    private final Stock stock;
    private final KeptTables tables;
    private final PromoWords words;

    PromoExport(ActionTable table, AskedActions asked, Stock stock, KeptTables tables, PromoWords words) {
        this.table = table;
        this.asked = asked;
        this.stock = stock;
        this.tables = tables;
        this.words = words;
    }

    /** Where codes lie, and what came in for them. */
    @Component
    record Stock(CodeStore codes, TillStore till) {}

    @GetMapping("/promo/export")
    void actions(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Format format = words.format();
        List<String> heads = List.of("field.name", "state", "field.from", "field.to", "handed", "left");
        answer(who, kind, words.of("promo.title"), heads, response, out -> {
            for (ActionTable.Row row : table.matching(who.account(), query)) {
                Action action = row.action();
                out.row(List.of(
                        Cell.text(action.terms().name()),
                        Cell.text(words.state(row.state())),
                        Cell.text(format.day(action.terms().from())),
                        Cell.text(format.day(action.terms().to())),
                        Cell.number(action.handed()),
                        Cell.number(action.left())));
            }
        });
    }

    @GetMapping("/promo/{id:\\d{1,18}}/codes/export")
    void codes(
            @PathVariable long id,
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Action action = asked.of(who, id);
        Format format = words.format();
        List<String> heads = List.of("code", "code.state", "code.phone", "code.issued-at", "code.until");
        answer(who, kind, action.terms().name(), heads, response, out -> {
            for (CodeStore.Line line : Slice.all(
                    after -> stock.codes().list(who.account(), action.id(), CodePages.filter(query), after, ROWS))) {
                out.row(List.of(
                        Cell.text(line.code()),
                        Cell.text(words.code(line.state())),
                        Cell.text(line.phone().isEmpty() ? "" : "+" + line.phone()),
                        Cell.text(format.dateTime(line.issuedAt())),
                        Cell.text(line.until() == null ? "" : words.lastDay(line.until()))));
            }
        });
    }

    @GetMapping("/promo/{id:\\d{1,18}}/redemptions/export")
    void redemptions(
            @PathVariable long id,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Action action = asked.of(who, id);
        Format format = words.format();
        List<String> heads = List.of("redeemed-at", "code", "cashier", "revenue", "returned-at", "return.reason");
        answer(who, kind, action.terms().name(), heads, response, out -> {
            for (TillStore.Line line : Slice.all(after -> stock.till().list(who.account(), action.id(), after, ROWS))) {
                out.row(List.of(
                        Cell.text(format.dateTime(line.at())),
                        Cell.text(line.code()),
                        Cell.text(line.cashier()),
                        Cell.number(line.amount().toDecimal()),
                        Cell.text(format.dateTime(line.returnedAt())),
                        Cell.text(line.reason() == null ? "" : line.reason())));
            }
        });
    }

    private void answer(
            Who who, String kind, String title, List<String> heads, HttpServletResponse response, KeptTables.Table rows)
            throws IOException {
        Reports.About about = new Reports.About("promo.title", PromoRights.VIEW, who.name());
        tables.answer(
                who.account(),
                about,
                kind,
                title,
                out -> {
                    out.sheet(
                            title,
                            heads.stream().map(it -> words.of("promo." + it)).toList());
                    rows.write(out);
                },
                response);
    }
}
