package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.domain.AudienceLine;
import io.vestnik.platform.campaigns.domain.AudienceStore;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.Verdict;
import io.vestnik.platform.files.KeptTables;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.tabular.Cell;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who is left out of a campaign, and why. */
@Controller
class LeftOutPages {
    private static final int ROWS = 50;
    private static final int EXPORTED_AT_ONCE = 2_000;

    private final CampaignStore campaigns;
    private final AudienceStore audience;
    private final CampaignTexts texts;
    private final KeptTables tables;

    LeftOutPages(CampaignStore campaigns, AudienceStore audience, CampaignTexts texts, KeptTables tables) {
        this.tables = tables;
        this.campaigns = campaigns;
        this.audience = audience;
        this.texts = texts;
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/left-out")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    String list(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        StoredCampaign campaign = find(who, id);
        Slice<AudienceLine> page = page(campaign, query, query.after().orElse(null), ROWS);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "crumbs", List.of(new Crumb(texts.name(campaign.draft().name()), "/campaigns/" + id)));
        model.addAttribute(
                "list",
                ListView.of("left-out", query)
                        .searchable("campaigns.messages.search")
                        .columns(
                                Column.text("phone", "campaigns.phone").sorted(),
                                Column.text("reason", "campaigns.reason"))
                        .filter(new Filter(
                                "reason",
                                "campaigns.reason",
                                Arrays.stream(Verdict.values())
                                        .filter(verdict -> verdict != Verdict.SEND)
                                        .map(verdict -> new Option(verdict.code(), words(verdict)))
                                        .toList()))
                        .exportable("/campaigns/" + id + "/left-out/export")
                        .page(page.items().size(), page.next(), null));
        return "campaigns/left-out";
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/left-out/export")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    void export(
            @PathVariable long id,
            ListQuery query,
            @RequestParam(name = "format", defaultValue = "xlsx") String kind,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response)
            throws IOException {
        StoredCampaign campaign = find(who, id);
        String title = texts.text("campaigns.left-out");
        Reports.About about = new Reports.About("campaigns.left-out", CampaignRights.REPORT, who.name());
        tables.answer(
                who.account(),
                about,
                kind,
                title,
                writer -> {
                    writer.sheet(title, List.of(texts.text("campaigns.phone"), texts.text("campaigns.reason")));
                    for (AudienceLine line :
                            Slice.<AudienceLine>all(after -> page(campaign, query, after, EXPORTED_AT_ONCE))) {
                        writer.row(List.of(Cell.text(line.phone()), Cell.text(words(line.verdict()))));
                    }
                },
                response);
    }

    private Slice<AudienceLine> page(StoredCampaign campaign, ListQuery query, @Nullable String after, int rows) {
        Verdict reason = query.filter("reason").flatMap(LeftOutPages::verdict).orElse(null);
        boolean descending =
                query.sort(new ListQuery.Sort("phone", false), "phone").descending();
        return audience.leftOut(
                campaign.account(),
                campaign.id(),
                campaign.preview(),
                new AudienceStore.Left(reason, Filters.start(query.search()), descending),
                after,
                rows);
    }

    private StoredCampaign find(Who who, long id) {
        return (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<StoredCampaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String words(Verdict verdict) {
        return texts.text("campaigns.left-out." + verdict.code());
    }

    private static Optional<Verdict> verdict(String code) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }
}
