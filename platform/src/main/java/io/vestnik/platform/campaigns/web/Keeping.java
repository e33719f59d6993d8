package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Keeps what is in the form and goes on, or shows the form again with what is wrong at its fields. */
@Component
class Keeping {
    private final Campaigns campaigns;
    private final ComposeModel compose;
    private final CampaignTexts texts;

    Keeping(Campaigns campaigns, ComposeModel compose, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.compose = compose;
        this.texts = texts;
    }

    /**
     * Keeps it.
     *
     * @param draft what is kept of the form
     * @param then the view once it is kept
     */
    String keep(
            Who who,
            ComposeForm form,
            Draft draft,
            Model model,
            HttpServletResponse response,
            Function<Saved.Kept, String> then) {
        return switch (campaigns.save(who, form.campaign(), form.seen(), draft)) {
            case Saved.Kept kept -> then.apply(kept);
            case Saved.Refused refused -> wrong(refused, form, who, model, response);
            case Saved.Stale stale -> stale(stale.current(), form, who, model, response);
            case Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    String wrong(Saved.Refused refused, ComposeForm form, Who who, Model model, HttpServletResponse response) {
        if (refused.faults().stream().anyMatch(fault -> fault.code().equals("already_started"))) {
            return "redirect:/campaigns/" + form.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", texts.errors(refused.faults()));
        compose.fill(model, who, form);
        return "campaigns/compose";
    }

    /** What the other one kept, beside what is in the form: pressing again keeps the form. */
    private String stale(Campaign current, ComposeForm form, Who who, Model model, HttpServletResponse response) {
        if (!current.state().isOpen()) {
            return "redirect:/campaigns/" + current.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        compose.differences(model, who, current.draft(), form.draft());
        compose.fill(model, who, form.seenAs(current.version()));
        return "campaigns/compose";
    }
}
