package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a campaign: whom, from whom, what. What is typed is kept as it is typed. */
@Controller
class ComposePages {
    private final Campaigns campaigns;
    private final ComposeModel compose;
    private final CampaignTexts texts;
    private final Keeping keeping;
    private final Clock clock;

    ComposePages(Campaigns campaigns, ComposeModel compose, CampaignTexts texts, Keeping keeping, Clock clock) {
        this.keeping = keeping;
        this.campaigns = campaigns;
        this.compose = compose;
        this.texts = texts;
        this.clock = clock;
    }

    /** Of a group, where somebody went away from a draft for it: that draft, unless they want another. */
    @GetMapping("/campaigns/new")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String empty(
            @RequestParam(required = false) @Nullable Long group,
            @RequestParam(defaultValue = "false") boolean another,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpSession session) {
        Optional<CampaignId> fetching = group == null || another
                ? Optional.empty()
                : Fetching.of(session, clock.instant()).filter(draft -> isOpen(who, draft));
        if (fetching.isPresent()) {
            return "redirect:/campaigns/" + fetching.get() + "/edit?group=" + group;
        }
        List<Long> groups = group == null ? List.of() : List.of(group);
        compose.fill(model, who, compose.empty(who.account(), groups));
        return "campaigns/compose";
    }

    private boolean isOpen(Who who, CampaignId draft) {
        return campaigns
                .find(who.account(), draft)
                .filter(campaign -> campaign.state().isOpen())
                .isPresent();
    }

    /** With a group, that one is chosen besides; it is kept with whatever is changed next. */
    @GetMapping("/campaigns/{id:\\d{1,18}}/edit")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String edit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long group,
            @AuthenticationPrincipal Who who,
            Model model) {
        Campaign campaign = find(who, id);
        if (!campaign.state().isOpen()) {
            return "redirect:/campaigns/" + id;
        }
        ComposeForm form = ComposeForm.of(campaign.id(), campaign.version(), campaign.draft());
        compose.fill(model, who, group == null ? form : form.with(group));
        model.addAttribute("fetched", group);
        return "campaigns/compose";
    }

    /** Keeps what was typed so far, without a word about what is still missing. */
    @PostMapping("/campaigns/draft")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String keep(ComposeForm form, @AuthenticationPrincipal Who who, Model model, HttpServletResponse response) {
        if (form.blank() && form.campaign() == null) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return "campaigns/compose :: kept";
        }
        switch (keeping.save(who, form, form.draft())) {
            case Saved.Kept kept -> {
                if (form.campaign() == null) {
                    response.setHeader("HX-Replace-Url", "/campaigns/" + kept.id() + "/edit");
                }
                kept(model, kept.id().value(), kept.version(), texts.text("campaigns.kept", now()));
            }
            case Saved.Stale(Campaign current) -> {
                kept(model, current.id().value(), form.seen(), texts.text("campaigns.stale.short"));
                model.addAttribute("unkept", true);
            }
            case Saved.Refused refused -> {
                kept(model, form.id(), form.seen(), texts.text(refused.faults().getFirst()));
                model.addAttribute("unkept", true);
            }
            case Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "campaigns/compose :: kept";
    }

    private String now() {
        return texts.format().time(clock.instant());
    }

    private static void kept(Model model, @Nullable Long id, int version, String words) {
        model.addAttribute("keptId", id);
        model.addAttribute("keptVersion", version);
        model.addAttribute("keptWords", words);
    }

    /** Keeps the draft and has it previewed, or shows what is wrong at its field. */
    @PostMapping("/campaigns/preview")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String preview(ComposeForm form, @AuthenticationPrincipal Who who, Model model, HttpServletResponse response) {
        Draft draft = named(form.draft());
        return keeping.keep(who, form, draft, model, response, kept -> preview(kept, form, who, model, response));
    }

    private Draft named(Draft draft) {
        String name = draft.name().isBlank()
                ? texts.text("campaigns.usual-name", texts.format().dateTime(clock.instant()))
                : draft.name();
        return draft.named(name);
    }

    private String preview(Saved.Kept kept, ComposeForm form, Who who, Model model, HttpServletResponse response) {
        ComposeForm stored =
                ComposeForm.of(kept.id(), kept.version(), named(form.draft())).on(form.sheet());
        return switch (campaigns.preview(who, kept.id())) {
            case Saved.Kept _ -> "redirect:/campaigns/" + kept.id() + "/preview";
            case Saved.Refused refused -> keeping.wrong(refused, stored, who, model, response);
            case Saved.Stale _, Saved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** Keeps what stands in the form and shows an empty one; the draft stays among the campaigns, and the undo leads back to it. */
    @PostMapping("/campaigns/clear")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String clear(
            ComposeForm form,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form.blank() && form.campaign() == null) {
            return "redirect:/campaigns/new";
        }
        return keeping.keep(who, form, form.draft(), model, response, kept -> {
            redirect.addFlashAttribute(
                    Toast.NAME,
                    Toast.done(texts.text("campaigns.cleared")).undoneBy("/campaigns/" + kept.id() + "/back"));
            return "redirect:/campaigns/new";
        });
    }

    /** Back to the draft that was in the form before it was cleared. */
    @PostMapping("/campaigns/{id:\\d{1,18}}/back")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String back(@PathVariable long id, @AuthenticationPrincipal Who who) {
        return "redirect:/campaigns/" + find(who, id).id() + "/edit";
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/delete")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        boolean deleted = campaigns.delete(who, find(who, id).id());
        redirect.addFlashAttribute(
                Toast.NAME,
                deleted ? Toast.done(texts.text("campaigns.deleted")) : Toast.failed(texts.text("campaigns.too-late")));
        return "redirect:/campaigns";
    }

    private Campaign find(Who who, long id) {
        return (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<Campaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
