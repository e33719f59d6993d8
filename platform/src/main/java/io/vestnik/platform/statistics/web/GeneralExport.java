package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.statistics.domain.Line;
import io.vestnik.platform.statistics.domain.Report;
import io.vestnik.platform.statistics.domain.Statistics;
import io.vestnik.platform.statistics.domain.Statistics.Offer;
import io.vestnik.platform.statistics.domain.Sums;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The general report as a table, with every state in a column of its own. */
@Controller
class GeneralExport {
    private final Statistics statistics;
    private final ReportModel model;
    private final Present present;
    private final KeptTables tables;
    private final Format format;

    GeneralExport(Statistics statistics, ReportModel model, Present present, KeptTables tables, Format format) {
        this.statistics = statistics;
        this.model = model;
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
        Asked asked = present.asked(query, who);
        Offer offer = statistics.offer(who.account(), asked.days());
        Report report = statistics.report(who.account(), asked.narrowing(offer), asked.by(), asked.states());
        UnaryOperator<String> names = model.names(who.account(), asked.by(), report.lines());
        String name = format.text(
                "statistics.file", asked.from().toString(), asked.to().toString());
        Reports.About about = new Reports.About("statistics.title", StatisticsRights.VIEW, who.name());
        tables.answer(who.account(), about, kind, name, writer -> write(asked, report, names, writer), response);
    }

    private void write(Asked asked, Report report, UnaryOperator<String> names, TableWriter writer) throws IOException {
        writer.sheet(format.text("statistics.title"), head(asked));
        for (Line line : report.lines()) {
            writer.row(cells(names.apply(line.key()), line.sums()));
        }
        writer.row(cells(format.text("statistics.total"), report.total()));
    }

    private List<String> head(Asked asked) {
        List<String> head = new ArrayList<>();
        head.add(format.text("statistics.by." + asked.by().code()));
        head.add(format.text("statistics.messages"));
        for (MessageState state : MessageState.values()) {
            head.add(format.text("shell.state." + state.code()));
        }
        for (String column : new String[] {"clicked", "unsubscribed", "parts", "charged"}) {
            head.add(format.text("statistics." + column));
        }
        return head;
    }

    private static List<Cell> cells(String name, Sums sums) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(name));
        cells.add(Cell.number(sums.messages()));
        for (MessageState state : MessageState.values()) {
            cells.add(Cell.number(sums.of(state)));
        }
        cells.add(Cell.number(sums.of(MessageMark.CLICKED)));
        cells.add(Cell.number(sums.of(MessageMark.UNSUBSCRIBED)));
        cells.add(Cell.number(sums.parts()));
        cells.add(Cell.money(sums.charged().toDecimal()));
        return cells;
    }
}
