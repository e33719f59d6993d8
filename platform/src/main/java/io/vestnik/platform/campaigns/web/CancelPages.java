package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cancelling one campaign, or several of the list. */
@Controller
@PreAuthorize(CampaignRights.MAY_START)
class CancelPages {
    private static final int MOST = 1_000;
    private static final Set<CampaignState> ON_ITS_WAY =
            Set.of(CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED);

    private final Campaigns campaigns;
    private final Cancelling cancelling;
    private final CampaignTexts texts;

    CancelPages(Campaigns campaigns, Cancelling cancelling, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.cancelling = cancelling;
        this.texts = texts;
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/cancel")
    String cancel(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        CampaignId campaign = (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<Campaign>empty())
                .map(Campaign::id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        redirect.addFlashAttribute(Toast.NAME, cancelling.cancel(who, List.of(campaign)));
        return "redirect:/campaigns/" + id;
    }

    @PostMapping("/campaigns/cancel")
    String cancelChosen(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Toast.NAME, cancelling.cancel(who, chosen(who, selection)));
        return "redirect:/campaigns";
    }

    /** Those chosen; of all that match, those on their way. */
    private List<CampaignId> chosen(Who who, Selection selection) {
        if (!selection.all()) {
            return selection.ids().stream()
                    .filter(id -> id.matches("[1-9]\\d{0,17}"))
                    .limit(MOST)
                    .map(id -> new CampaignId(Long.parseLong(id)))
                    .toList();
        }
        Campaigns.Listing listing =
                Listings.of(selection.matching(), texts.format().zone());
        return campaigns.list(who.account(), listing, null, MOST).items().stream()
                .filter(campaign -> ON_ITS_WAY.contains(campaign.state()))
                .map(Campaign::id)
                .toList();
    }
}
