package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.campaigns.domain.TemplateDesk;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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

/** The form of a campaign filled from elsewhere: a template, or a campaign that there was; and kept as a template. */
@Controller
class FillingPages {
    private final Campaigns campaigns;
    private final TemplateDesk desk;
    private final ComposeModel compose;
    private final CampaignTexts texts;
    private final Keeping keeping;

    FillingPages(Campaigns campaigns, TemplateDesk desk, ComposeModel compose, CampaignTexts texts, Keeping keeping) {
        this.keeping = keeping;
        this.campaigns = campaigns;
        this.desk = desk;
        this.compose = compose;
        this.texts = texts;
    }

    /** A new campaign as this one was. */
    @GetMapping("/campaigns/{id:\\d{1,18}}/repeat")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String repeat(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Draft draft = (id > 0 ? campaigns.find(who.account(), new CampaignId(id)) : Optional.<Campaign>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .draft();
        compose.fill(model, who, ComposeForm.of(null, 0, draft));
        return "campaigns/compose";
    }

    /** A new campaign from a template. */
    @GetMapping("/campaigns/templates/{id:\\d{1,18}}/write")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String write(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        compose.fill(model, who, ComposeForm.of(null, 0, find(who, id).draft().named("")));
        return "campaigns/compose";
    }

    /** The form that is being written, filled from a template; whom it is for stays where the template does not say. */
    @PostMapping("/campaigns/fill")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String fill(
            ComposeForm form,
            @RequestParam(defaultValue = "0") long template,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response) {
        return goOn(who, template > 0 ? form.filled(find(who, template).draft()) : form, model, response);
    }

    /** Keeps what is in the form, so that its page has an address. */
    private String goOn(Who who, ComposeForm form, Model model, HttpServletResponse response) {
        return keeping.keep(
                who, form, form.draft(), model, response, kept -> "redirect:/campaigns/" + kept.id() + "/edit");
    }

    /** Keeps the form as a template and goes on with it. */
    @PostMapping("/campaigns/templates/keep")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String keep(
            ComposeForm form,
            @RequestParam(defaultValue = "") String templateName,
            @RequestParam(defaultValue = "") String templateFolder,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return switch (desk.keep(who, null, 0, templateFolder, form.draft().named(templateName))) {
            case Templates.Answer.Kept _ -> {
                Toast toast = Toast.done(texts.text("campaigns.templates.kept", templateName.strip()));
                redirect.addFlashAttribute(Toast.NAME, toast);
                model.addAttribute(Toast.NAME, toast); // for the form itself, where it could not be kept
                yield goOn(who, form, model, response);
            }
            case Templates.Answer.Refused(List<Fault> faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("errors", ofTemplate(faults));
                model.addAttribute("templateName", templateName);
                model.addAttribute("templateFolder", templateFolder);
                compose.fill(model, who, form);
                yield "campaigns/compose";
            }
            case Templates.Answer.Stale _, Templates.Answer.NotFound _ ->
                throw new IllegalStateException("A new template is never there before");
        };
    }

    /** The name is that of the template here, not the campaign's. */
    private FieldErrors ofTemplate(List<Fault> faults) {
        FieldErrors errors = FieldErrors.none();
        for (Fault fault : faults) {
            String field = switch (fault.field()) {
                case "name", "template" -> "templateName";
                case "folder" -> "templateFolder";
                case "audience" -> "groups";
                default -> fault.field();
            };
            errors = errors.and(field, texts.text(fault));
        }
        return errors;
    }

    private StoredTemplate find(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
