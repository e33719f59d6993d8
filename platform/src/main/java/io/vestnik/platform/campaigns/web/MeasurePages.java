package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a text comes to, while it is typed. */
@Controller
class MeasurePages {
    private final Measuring measuring;

    MeasurePages(Measuring measuring) {
        this.measuring = measuring;
    }

    /**
     * How long the text is, what it costs the first of the audience, and how one of them reads it.
     *
     * @param at which of them
     */
    @PostMapping("/campaigns/measure")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String measure(
            ComposeForm form, @RequestParam(defaultValue = "0") int at, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("measure", measuring.measure(who, form.shown(), at));
        return "campaigns/text :: measured";
    }

    /** Some of those who have nothing to put in for a field. */
    @PostMapping("/campaigns/measure/empty")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String lacking(ComposeForm form, @RequestParam String field, @AuthenticationPrincipal Who who, Model model) {
        model.addAttribute("lacking", measuring.lacking(who, form.shown(), field));
        return "campaigns/text :: lacking";
    }
}
