package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a campaign will cost and how each will read it; and the button that spends it. */
@Controller
class PreviewPages {
    private final Campaigns campaigns;
    private final PreviewModel preview;
    private final Parts parts;
    private final CampaignTexts texts;

    PreviewPages(Campaigns campaigns, PreviewModel preview, Parts parts, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.preview = preview;
        this.parts = parts;
        this.texts = texts;
    }

    /** The parts of the page. */
    @Component
    record Parts(EmptyFieldPages emptyFields, WhenModel when, ApprovalModel approval) {}

    @GetMapping("/campaigns/{id:\\d{1,18}}/preview")
    @PreAuthorize(CampaignRights.MAY_VIEW)
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int sample,
            @AuthenticationPrincipal Who who,
            Model model) {
        Campaign campaign = find(who, id);
        return switch (campaign.state()) {
            case SCHEDULED, RUNNING, PAUSED, CANCELLED, FINISHED -> "redirect:/campaigns/" + id;
            case DRAFT -> draft(campaign, who, model);
            case PREVIEWING -> {
                preview.making(model, who.account(), campaign);
                yield "campaigns/previewing";
            }
            case PREVIEWED, AWAITING_PAYMENT, AWAITING_APPROVAL ->
                campaigns
                        .previewed(who.account(), campaign.id())
                        .map(it -> previewed(campaign, it, sample, who, model))
                        .orElse("redirect:/campaigns/" + id + "/edit");
        };
    }

    /** A preview that failed or was outdated: the way on is the form. */
    private String draft(Campaign campaign, Who who, Model model) {
        String trouble = preview.trouble(who.account(), campaign.id());
        if (trouble == null) {
            return "redirect:/campaigns/" + campaign.id() + "/edit";
        }
        model.addAttribute("campaign", campaign);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("trouble", texts.text("campaigns.trouble." + trouble));
        return "campaigns/previewing";
    }

    private String previewed(Campaign campaign, Preview found, int sample, Who who, Model model) {
        preview.fill(model, who, campaign, found);
        model.addAttribute("emptyFields", parts.emptyFields().lines(who.account(), found));
        parts.when().preview(model, campaign);
        model.addAttribute("verb", parts.when().verb(campaign, found));
        parts.approval().fill(model, who, campaign, found);
        int most = found.samples().size() - 1;
        int at = Math.clamp(sample, 0, Math.max(0, most));
        model.addAttribute("at", at);
        model.addAttribute(
                "sample", found.samples().isEmpty() ? null : found.samples().get(at));
        return "campaigns/preview";
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/confirm")
    @PreAuthorize(CampaignRights.MAY_START)
    String confirm(
            @PathVariable long id,
            @RequestParam int preview,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (campaigns.confirm(who, new CampaignId(id), preview)) {
            case Confirmation.Started _ -> "redirect:/campaigns/" + id;
            case Confirmation.NoMoney noMoney ->
                refused(
                        id,
                        redirect,
                        noMoney.available().compareTo(noMoney.needed()) < 0
                                ? texts.text("campaigns.no-money.toast")
                                : texts.text("campaigns.no-money.above"));
            case Confirmation.AwaitsApproval _ -> {
                redirect.addFlashAttribute(Toast.NAME, Toast.done(texts.text("campaigns.approval.asked-toast")));
                yield "redirect:/campaigns/" + id + "/preview";
            }
            case Confirmation.Outdated _ -> refused(id, redirect, texts.text("campaigns.outdated"));
            case Confirmation.Refused faults ->
                refused(id, redirect, texts.text(faults.faults().getFirst()));
            case Confirmation.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/await")
    @PreAuthorize(CampaignRights.MAY_START)
    String await(
            @PathVariable long id,
            @RequestParam int preview,
            @RequestParam(defaultValue = "false") boolean itself,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        Campaign campaign = find(who, id);
        if (!campaigns.awaitPayment(who, campaign.id(), preview, itself)) {
            return refused(id, redirect, texts.text("campaigns.outdated"));
        }
        redirect.addFlashAttribute(
                Toast.NAME, Toast.done(texts.text(itself ? "campaigns.awaits.itself" : "campaigns.awaits")));
        return "redirect:/campaigns/unpaid";
    }

    private static String refused(long id, RedirectAttributes redirect, String words) {
        redirect.addFlashAttribute(Toast.NAME, Toast.failed(words));
        return "redirect:/campaigns/" + id + "/preview";
    }

    private Campaign find(Who who, long id) {
        return (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<Campaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
