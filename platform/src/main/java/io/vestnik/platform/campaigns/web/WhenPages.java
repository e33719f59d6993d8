package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** What the timing of a campaign comes to, while it is chosen. */
@Controller
class WhenPages {
    private final WhenModel when;

    WhenPages(WhenModel when) {
        this.when = when;
    }

    @PostMapping("/campaigns/when")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String words(ComposeForm form, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("whenWords", when.words(who.account(), form.draft().timing()));
        return "campaigns/when :: words";
    }
}
