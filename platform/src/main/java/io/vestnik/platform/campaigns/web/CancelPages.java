package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cancelling one campaign, or several of the list. */
@Controller
@PreAuthorize(CampaignRights.MAY_START)
class CancelPages {
    private static final int MOST = 1_000;

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

    /** What, how many and how much comes back, before several are cancelled. */
    @PostMapping("/campaigns/cancel/ask")
    String ask(Selection selection, @AuthenticationPrincipal Who who, Model model, RedirectAttributes redirect) {
        Cancelling.Ask ask =
                cancelling.ask(who.account(), chosen(who, selection).campaigns());
        if (ask.campaigns() == 0) {
            redirect.addFlashAttribute(Toast.NAME, Toast.failed(texts.text("campaigns.cancel.none")));
            return "redirect:/campaigns";
        }
        model.addAttribute("selection", selection);
        model.addAttribute("ask", ask);
        model.addAttribute("waiting", Tone.WAITING);
        return "campaigns/cancel-ask";
    }

    private Chosen chosen(Who who, Selection selection) {
        return selection.all() ? matching(who, selection) : ticked(selection);
    }

    @PostMapping("/campaigns/cancel")
    String cancelChosen(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Chosen chosen = chosen(who, selection);
        Toast said = cancelling.cancel(who, chosen.campaigns());
        redirect.addFlashAttribute(
                Toast.NAME,
                chosen.more()
                        ? new Toast(said.tone(), said.text() + " " + texts.text("campaigns.cancel.more", MOST), null)
                        : said);
        return "redirect:/campaigns";
    }

    /** Campaigns to be cancelled, and whether there are more than are cancelled at once. */
    private record Chosen(List<CampaignId> campaigns, boolean more) {}

    private static Chosen ticked(Selection selection) {
        List<CampaignId> ids = selection.ids().stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new CampaignId(Long.parseLong(id)))
                .toList();
        return new Chosen(ids.stream().limit(MOST).toList(), ids.size() > MOST);
    }

    /** Of all that match, those on their way. */
    private Chosen matching(Who who, Selection selection) {
        Listing wanted = Listings.of(selection.matching(), texts.format().zone());
        List<CampaignId> found = new ArrayList<>();
        boolean more = false;
        for (CampaignState state : CampaignState.values()) {
            if (state.isOnItsWay() && (wanted.state() == null || wanted.state() == state)) {
                Listing listing = Listings.in(state, wanted);
                Slice<Campaign> page = campaigns.list(who.account(), listing, null, MOST);
                page.items().forEach(campaign -> found.add(campaign.id()));
                more |= page.next() != null;
            }
        }
        return new Chosen(found.stream().limit(MOST).toList(), more || found.size() > MOST);
    }
}
