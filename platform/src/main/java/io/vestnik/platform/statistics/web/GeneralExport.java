package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.statistics.web.NearestReports.Told;
import io.vestnik.tabular.Cell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The general report as a file. */
@Controller
class GeneralExport {
    private final NearestReports reports;
    private final GeneralTable table;
    private final Present present;
    private final KeptTables tables;
    private final Format format;

    GeneralExport(NearestReports reports, GeneralTable table, Present present, KeptTables tables, Format format) {
        this.reports = reports;
        this.table = table;
        this.present = present;
        this.tables = tables;
        this.format = format;
    }

    @GetMapping("/statistics/export")
    @PreAuthorize(StatisticsRights.MAY_VIEW)
    void export(
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        Told told = reports.tell(who, present.askedOfAll(query, who));
        Asked asked = told.asked();
        String name = format.text(
                "statistics.file", asked.from().toString(), asked.to().toString());
        Reports.About about = new Reports.About("statistics.title", StatisticsRights.VIEW, who.name());
        tables.answer(
                who.account(),
                about,
                kind,
                name,
                writer -> {
                    table.write(asked.subject(who.account()), asked.by(), told.report(), writer);
                    if (told.note() != null) {
                        writer.row(List.of(Cell.text(told.note())));
                    }
                },
                response);
    }
}
