package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of plans as a table. */
@Controller
class PlanExport {
    private final PlanTable table;
    private final PlanWords words;
    private final Format format;
    private final KeptTables tables;

    PlanExport(PlanTable table, PlanWords words, Format format, KeptTables tables) {
        this.tables = tables;
        this.table = table;
        this.words = words;
        this.format = format;
    }

    @GetMapping("/plans/export")
    @PreAuthorize(PlanRights.MAY_VIEW)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        String title = words.of("plans.title");
        Reports.About about = new Reports.About("plans.title", PlanRights.VIEW, who.name());
        tables.answer(who.account(), about, kind, title, writer -> write(title, who, query, writer), response);
    }

    private void write(String title, Who who, ListQuery query, TableWriter writer) throws IOException {
        writer.sheet(
                title,
                List.of(
                        words.of("plans.name"),
                        words.of("plans.when"),
                        words.of("plans.state"),
                        words.of("plans.next"),
                        words.of("plans.last")));
        for (PlanTable.Row row : table.matching(who.account(), query)) {
            writer.row(List.of(
                    Cell.text(row.name()),
                    Cell.text(row.said()),
                    Cell.text(words.state(row.state())),
                    Cell.text(row.next() == null ? "" : format.dateTime(row.next(), row.zone())),
                    Cell.text(row.last() == null ? "" : words.state(row.last().state()))));
        }
    }
}
