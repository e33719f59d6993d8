package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.CodeStore;
import io.vestnik.platform.promo.domain.TillStore;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.TableDownload;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Actions, their codes and what came in as tables: walked by key and written as they are read. */
@Controller
@PreAuthorize(PromoRights.MAY_VIEW)
class PromoExport {
    private static final int ROWS = 1_000;

    private final ActionTable table;
    private final AskedActions asked;
    private final CodeStore codes;
    private final TillStore till;
    private final PromoWords words;

    PromoExport(ActionTable table, AskedActions asked, CodeStore codes, TillStore till, PromoWords words) {
        this.table = table;
        this.asked = asked;
        this.codes = codes;
        this.till = till;
        this.words = words;
    }

    @GetMapping("/promo/export")
    void actions(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Format format = words.format();
        try (TableWriter out = begin(
                response,
                kind,
                words.of("promo.title"),
                "field.name",
                "state",
                "field.from",
                "field.to",
                "handed",
                "left")) {
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
        }
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
        try (TableWriter out = begin(
                response,
                kind,
                action.terms().name(),
                "code",
                "code.state",
                "code.phone",
                "code.issued-at",
                "code.until")) {
            @Nullable String after = null;
            do {
                Slice<CodeStore.Line> page =
                        codes.list(who.account(), action.id(), CodePages.filter(query), after, ROWS);
                for (CodeStore.Line line : page.items()) {
                    out.row(List.of(
                            Cell.text(line.code()),
                            Cell.text(words.code(line.state())),
                            Cell.text(line.phone().isEmpty() ? "" : "+" + line.phone()),
                            Cell.text(format.dateTime(line.issuedAt())),
                            Cell.text(line.until() == null ? "" : words.lastDay(line.until()))));
                }
                after = page.next();
            } while (after != null);
        }
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
        try (TableWriter out = begin(
                response,
                kind,
                action.terms().name(),
                "redeemed-at",
                "code",
                "cashier",
                "revenue",
                "returned-at",
                "return.reason")) {
            @Nullable String after = null;
            do {
                Slice<TillStore.Line> page = till.list(who.account(), action.id(), after, ROWS);
                for (TillStore.Line line : page.items()) {
                    out.row(List.of(
                            Cell.text(format.dateTime(line.at())),
                            Cell.text(line.code()),
                            Cell.text(line.cashier()),
                            Cell.number(line.amount().toDecimal()),
                            Cell.text(format.dateTime(line.returnedAt())),
                            Cell.text(line.reason() == null ? "" : line.reason())));
                }
                after = page.next();
            } while (after != null);
        }
    }

    private TableWriter begin(HttpServletResponse response, String kind, String title, String... heads)
            throws IOException {
        TableWriter out = TableDownload.begin(response, kind, title);
        out.sheet(title, Stream.of(heads).map(it -> words.of("promo." + it)).toList());
        return out;
    }
}
