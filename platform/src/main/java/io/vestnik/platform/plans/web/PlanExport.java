package io.vestnik.platform.plans.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    PlanExport(PlanTable table, PlanWords words, Format format) {
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
        boolean csv = kind.equals("csv");
        String title = words.of("plans.title");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + (csv ? ".csv" : ".xlsx"), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        try (TableWriter writer = csv ? TableWriter.csv(out, CsvStyle.spreadsheet()) : TableWriter.xlsx(out)) {
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
                        Cell.text(
                                row.last() == null ? "" : words.state(row.last().state()))));
            }
        }
    }
}
