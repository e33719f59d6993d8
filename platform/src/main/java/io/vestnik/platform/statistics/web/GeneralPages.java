package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.web.NearestReports.Told;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Messages of a period, counted together as somebody wants to see them. */
@Controller
@PreAuthorize(StatisticsRights.MAY_VIEW)
class GeneralPages {
    private final NearestReports reports;
    private final ReportModel model;
    private final ReportForm form;
    private final Present present;
    private final Format format;

    GeneralPages(NearestReports reports, ReportModel model, ReportForm form, Present present, Format format) {
        this.reports = reports;
        this.model = model;
        this.form = form;
        this.present = present;
        this.format = format;
    }

    @GetMapping("/statistics")
    String show(ListQuery query, @AuthenticationPrincipal Who who, Model page) {
        Told told = reports.tell(who, present.askedOfAll(query, who));
        Asked asked = told.asked();
        Report report = told.report();
        UnaryOperator<String> names = model.names(asked.subject(who.account()), asked.by(), report.lines());
        form.fill(page, who.account(), asked);
        page.addAttribute("refused", told.note());
        page.addAttribute("waiting", Tone.WAITING);
        page.addAttribute("several", asked.ofSeveral());
        page.addAttribute("presets", present.presets(asked));
        page.addAttribute("rows", model.rows(asked, report, names));
        ReportModel.Row total = model.row(format.text("statistics.total"), "", report.total());
        page.addAttribute("total", total);
        page.addAttribute("totals", List.of(total));
        page.addAttribute("chart", model.chart(asked, report, names));
        page.addAttribute("more", report.lines().size() > ReportModel.MOST_ROWS);
        page.addAttribute("cut", report.cut() ? form.words().cut() : null);
        page.addAttribute("whole", asked.states().isEmpty());
        present.fill(page, who, report.counted(), "general");
        page.addAttribute("currency", report.currency());
        return "statistics/general";
    }
}
