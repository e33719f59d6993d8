package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.domain.AudienceLine;
import io.vestnik.platform.campaigns.domain.AudienceStore;
import io.vestnik.platform.campaigns.domain.CampaignStore;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.campaigns.domain.Verdict;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Who is left out of a campaign, and why. */
@Controller
class LeftOutPages {
    private static final int ROWS = 50;

    private final CampaignStore campaigns;
    private final AudienceStore audience;
    private final CampaignTexts texts;

    LeftOutPages(CampaignStore campaigns, AudienceStore audience, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.audience = audience;
        this.texts = texts;
    }

    @GetMapping("/campaigns/{id:\\d{1,18}}/left-out")
    @PreAuthorize(CampaignRights.MAY_REPORT)
    String list(@PathVariable long id, ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        StoredCampaign campaign = (id > 0
                        ? campaigns.find(who.account(), new CampaignId(id))
                        : Optional.<StoredCampaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Verdict reason = query.filter("reason").flatMap(LeftOutPages::verdict).orElse(null);
        Slice<AudienceLine> page = audience.leftOut(
                who.account(),
                campaign.id(),
                campaign.preview(),
                reason,
                query.after().orElse(null),
                ROWS);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "crumbs", List.of(new Crumb(texts.name(campaign.draft().name()), "/campaigns/" + id)));
        model.addAttribute(
                "list",
                ListView.of("left-out", query)
                        .columns(Column.text("phone", "campaigns.phone"), Column.text("reason", "campaigns.reason"))
                        .filter(new Filter(
                                "reason",
                                "campaigns.reason",
                                Arrays.stream(Verdict.values())
                                        .filter(verdict -> verdict != Verdict.SEND)
                                        .map(verdict -> new Option(
                                                verdict.code(), texts.text("campaigns.left-out." + verdict.code())))
                                        .toList()))
                        .page(page.items().size(), page.next(), null));
        return "campaigns/left-out";
    }

    private static Optional<Verdict> verdict(String code) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }
}
