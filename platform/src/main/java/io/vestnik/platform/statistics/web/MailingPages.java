package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.statistics.MailingReport;
import io.vestnik.platform.statistics.Sums;
import io.vestnik.platform.statistics.domain.MailingReports;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The report of one mailing, and two of them side by side. */
@Controller
@PreAuthorize(StatisticsRights.MAY_VIEW)
class MailingPages {
    private static final int RECENT = 200;

    private final Campaigns campaigns;
    private final MailingReports reports;
    private final MailingModel model;
    private final Present present;

    MailingPages(Campaigns campaigns, MailingReports reports, MailingModel model, Present present) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.model = model;
        this.present = present;
    }

    @GetMapping("/statistics/campaigns/{id:\\d{1,18}}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model page) {
        Campaign campaign = find(who, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        MailingReport report = reports.of(campaign);
        Sums sums = report.sums();
        page.addAttribute("campaign", campaign);
        page.addAttribute("name", model.name(campaign));
        page.addAttribute("states", sums.states().keySet().stream().sorted().toList());
        page.addAttribute("sums", sums);
        page.addAttribute("total", sums.messages());
        page.addAttribute("funnel", model.funnel(report));
        page.addAttribute("paid", model.paid(report, present.account(who).currency()));
        page.addAttribute("operators", model.operators(report));
        page.addAttribute("failures", model.failures(report));
        page.addAttribute("course", model.course(report, present.account(who).zone()));
        page.addAttribute("crumbs", List.of(new Crumb(model.name(campaign), "/campaigns/" + id)));
        page.addAttribute("mayList", who.may("campaigns:report"));
        present.fill(page, who, report.counted(), "");
        return "statistics/mailing";
    }

    /** Two mailings, one beside the other; the last two where none were chosen. */
    @GetMapping("/statistics/compare")
    String compare(
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @AuthenticationPrincipal Who who,
            Model page) {
        List<Campaign> recent = campaigns.list(who.account(), Campaigns.Listing.ALL, null, RECENT).items().stream()
                .filter(campaign -> campaign.confirmedAt() != null)
                .toList();
        Campaign second = chosen(who, b).or(() -> recent.stream().findFirst()).orElse(null);
        Campaign first = chosen(who, a)
                .or(() -> recent.stream()
                        .filter(it -> second == null || !it.id().equals(second.id()))
                        .findFirst())
                .orElse(second);
        page.addAttribute("options", recent.stream().map(model::option).toList());
        page.addAttribute("none", first == null || second == null);
        if (first != null && second != null) {
            MailingReport left = reports.of(first);
            MailingReport right = reports.of(second);
            page.addAttribute("a", first.id().toString());
            page.addAttribute("b", second.id().toString());
            page.addAttribute("left", model.name(first));
            page.addAttribute("right", model.name(second));
            page.addAttribute(
                    "rows", model.beside(left, right, present.account(who).currency()));
            present.fill(page, who, left.counted(), "compare");
        } else {
            present.fill(page, who, reports.counted(), "compare");
        }
        return "statistics/compare";
    }

    private Optional<Campaign> chosen(Who who, String id) {
        return id.matches("\\d{1,18}") ? find(who, Long.parseLong(id)) : Optional.empty();
    }

    /** One that was confirmed: before, it has nothing to report. */
    private Optional<Campaign> find(Who who, long id) {
        return id > 0
                ? campaigns.find(who.account(), new CampaignId(id)).filter(campaign -> campaign.confirmedAt() != null)
                : Optional.empty();
    }
}
