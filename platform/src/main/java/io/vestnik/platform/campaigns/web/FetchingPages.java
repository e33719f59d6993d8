package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaves the form for people who are in no group yet: the draft is kept, and their group comes into it. */
@Controller
class FetchingPages {
    private final Keeping keeping;
    private final Clock clock;

    FetchingPages(Keeping keeping, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    /** To a file: its columns become fields of contacts, and so placeholders. */
    @PostMapping("/campaigns/fetch/file")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String file(
            ComposeForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response,
            HttpSession session) {
        return fetch("/contacts/load", form, who, model, response, session);
    }

    /** To the list of contacts, whose conditions can be kept as a segment. */
    @PostMapping("/campaigns/fetch/conditions")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String conditions(
            ComposeForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response,
            HttpSession session) {
        return fetch("/contacts", form, who, model, response, session);
    }

    private String fetch(
            String from, ComposeForm form, Who who, Model model, HttpServletResponse response, HttpSession session) {
        return keeping.keep(who, form, form.draft(), model, response, kept -> {
            Fetching.begin(session, kept.id(), clock.instant());
            return "redirect:" + from;
        });
    }
}
