package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.domain.StatisticsDesk;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is still to be sent, and after which mailings people wanted no more. */
@Controller
@PreAuthorize(StatisticsRights.MAY_VIEW)
class ListPages {
    private static final int ROWS = 50;

    private final Campaigns campaigns;
    private final StatisticsDesk statistics;
    private final MailingModel mailings;
    private final ReportModel model;
    private final Present present;

    ListPages(
            Campaigns campaigns, StatisticsDesk statistics, MailingModel mailings, ReportModel model, Present present) {
        this.campaigns = campaigns;
        this.statistics = statistics;
        this.mailings = mailings;
        this.model = model;
        this.present = present;
    }

    /** A mailing whose time has not come. */
    record Planned(String name, Campaign campaign) {}

    @GetMapping("/statistics/scheduled")
    String scheduled(ListQuery query, @AuthenticationPrincipal Who who, Model page) {
        Slice<Campaign> found = campaigns.list(
                who.account(),
                new Campaigns.Listing(CampaignState.SCHEDULED, null),
                query.after().filter(it -> it.matches("\\d{1,18}")).orElse(null),
                ROWS);
        page.addAttribute(
                "rows",
                found.items().stream()
                        .map(campaign -> new Planned(mailings.name(campaign), campaign))
                        .toList());
        page.addAttribute("next", found.next());
        present.fill(page, who, statistics.counted(), "scheduled");
        return "statistics/scheduled";
    }

    @GetMapping("/statistics/unsubscribed")
    String unsubscribed(ListQuery query, @AuthenticationPrincipal Who who, Model page) {
        Asked asked = present.asked(query, who);
        Report report = statistics.own(who.account(), asked.from(), asked.to(), Grouping.MAILING);
        List<Line> lines = report.lines().stream()
                .filter(line -> line.sums().of(MessageMark.UNSUBSCRIBED) > 0)
                .sorted(Comparator.comparingLong((Line line) -> line.sums().of(MessageMark.UNSUBSCRIBED))
                        .reversed())
                .toList();
        UnaryOperator<String> names = model.names(who.account(), Grouping.MAILING, lines);
        page.addAttribute(
                "rows",
                lines.stream()
                        .limit(ReportModel.MOST_ROWS)
                        .map(line -> model.row(
                                names.apply(line.key()),
                                line.key().isEmpty() ? "" : "/statistics/campaigns/" + line.key(),
                                line.sums()))
                        .toList());
        page.addAttribute("total", model.row("", "", report.total()));
        page.addAttribute("notAll", model.notAll(report, lines.size()));
        page.addAttribute("waiting", Tone.WAITING);
        page.addAttribute("presets", present.presets(asked));
        page.addAttribute("stops", who.may("contacts:stops"));
        present.fill(page, who, report.counted(), "unsubscribed");
        return "statistics/unsubscribed";
    }
}
