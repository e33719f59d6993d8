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
        return switch (save(who, form, draft)) {
            case Saved.Kept kept -> then.apply(kept);
            case Saved.Refused refused -> wrong(refused, form, who, model, response);
            case Saved.Stale stale -> stale(stale.current(), form, draft, who, model, response);
            case Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** Keeps it also where another version was kept meanwhile, if nobody would see a difference to that one. */
    Saved save(Who who, ComposeForm form, Draft draft) {
        Saved saved = campaigns.save(who, form.campaign(), form.seen(), draft, form.onSheet());
        if (!(saved instanceof Saved.Stale(Campaign current))
                || !current.state().isOpen()) {
            return saved;
        }
        Draft ours = named(form, draft, current);
        return compose.changes(who, theirs(form, ours, current), ours).isEmpty()
                ? campaigns.save(who, current.id(), current.version(), ours, form.onSheet())
                : saved;
    }

    /** Who wrote no name keeps the one that there is. */
    private static Draft named(ComposeForm form, Draft draft, Campaign current) {
        String name = current.draft().name();
        return form.unnamed() && !name.isBlank() ? draft.named(name) : draft;
    }

    /** What is compared with ours: a name that we have given by ourselves is no difference. */
    private static Draft theirs(ComposeForm form, Draft ours, Campaign current) {
        return form.unnamed() ? current.draft().named(ours.name()) : current.draft();
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
    private String stale(
            Campaign current, ComposeForm form, Draft draft, Who who, Model model, HttpServletResponse response) {
        if (!current.state().isOpen()) {
            return "redirect:/campaigns/" + current.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Draft ours = named(form, draft, current);
        compose.differences(model, who, theirs(form, ours, current), ours);
        compose.fill(model, who, form.keptAs(current.id(), current.version()));
        return "campaigns/compose";
    }
}
