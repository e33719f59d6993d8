package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's word for the better of several texts. */
@Controller
class TrialPages {
    private final Campaigns campaigns;
    private final Trials trials;
    private final CampaignTexts texts;

    TrialPages(Campaigns campaigns, Trials trials, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.trials = trials;
        this.texts = texts;
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/winner")
    @PreAuthorize(CampaignRights.MAY_START)
    String choose(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int text,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        if (id <= 0 || campaigns.find(who.account(), new CampaignId(id)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean chosen = trials.choose(who, new CampaignId(id), text);
        redirect.addFlashAttribute(
                Toast.NAME,
                chosen
                        ? Toast.done(texts.text("campaigns.trial.chosen", Trial.letter(text)))
                        : Toast.failed(texts.text("campaigns.too-late")));
        return "redirect:/campaigns/" + id;
    }
}
