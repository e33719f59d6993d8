package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates.Answer;
import io.vestnik.platform.campaigns.domain.TemplateDesk;
import io.vestnik.platform.campaigns.domain.TemplateStore;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Templates of campaigns: the list, and the form of one. */
@Controller
class TemplatePages {
    private static final int ROWS = 50;

    private final TemplateStore store;
    private final TemplateDesk desk;
    private final ComposeModel compose;
    private final CampaignTexts texts;
    private final TemplateTable table;

    TemplatePages(
            TemplateStore store, TemplateDesk desk, ComposeModel compose, CampaignTexts texts, TemplateTable table) {
        this.table = table;
        this.store = store;
        this.desk = desk;
        this.compose = compose;
        this.texts = texts;
    }

    @GetMapping("/campaigns/templates")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<StoredTemplate> found = table.matching(who.account(), query);
        int from = query.after()
                .filter(it -> it.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .filter(it -> it < found.size())
                .orElse(0);
        int to = Math.min(found.size(), from + ROWS);
        model.addAttribute("rows", found.subList(from, to));
        model.addAttribute(
                "list",
                ListView.of("templates", query)
                        .searchable("campaigns.templates.search")
                        .columns(
                                Column.text("name", "campaigns.templates.name").sorted(),
                                Column.text("folder", "campaigns.templates.folder")
                                        .sorted(),
                                Column.text("text", "campaigns.text"),
                                Column.text("sender", "campaigns.sender").sorted(),
                                Column.text("changed", "campaigns.templates.changed")
                                        .sorted(),
                                Column.text("actions", "campaigns.templates.actions"))
                        .filter(new Filter(
                                "folder",
                                "campaigns.templates.folder",
                                folders(who).stream()
                                        .map(folder -> new Option(folder, folder))
                                        .toList()))
                        .exportable("/campaigns/templates/export")
                        .page(to - from, to < found.size() ? Integer.toString(to) : null, (long) found.size()));
        return "campaigns/templates";
    }

    private List<String> folders(Who who) {
        return store.names(who.account()).stream()
                .map(TemplateStore.Name::folder)
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
    }

    @GetMapping("/campaigns/templates/new")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String empty(@AuthenticationPrincipal Who who, Model model) {
        return form(new Form(null, "", compose.empty(who.account(), List.of())), who, model);
    }

    @PostMapping("/campaigns/templates/new")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String create(
            ComposeForm form,
            @RequestParam(defaultValue = "") String folder,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return kept(new Form(null, folder, form), who, model, redirect, response);
    }

    @GetMapping("/campaigns/templates/{id:\\d{1,18}}")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return form(Form.of(find(who, id)), who, model);
    }

    @PostMapping("/campaigns/templates/{id:\\d{1,18}}")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String change(
            @PathVariable long id,
            ComposeForm form,
            @RequestParam(defaultValue = "") String folder,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return kept(new Form(find(who, id).id(), folder, form), who, model, redirect, response);
    }

    /** A template's form: what a campaign's has, and where it lies. */
    private record Form(@Nullable Long template, String folder, ComposeForm fields) {
        static Form of(StoredTemplate template) {
            return new Form(
                    template.id(), template.folder(), ComposeForm.of(null, template.version(), template.draft()));
        }
    }

    private String kept(Form form, Who who, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        Answer answer = desk.keep(
                who,
                form.template(),
                form.fields().seen(),
                form.folder(),
                form.fields().draft());
        return switch (answer) {
            case Answer.Kept _ -> {
                redirect.addFlashAttribute(
                        Toast.NAME,
                        Toast.done(texts.text(
                                "campaigns.templates.kept",
                                form.fields().draft().name())));
                yield "redirect:/campaigns/templates";
            }
            case Answer.Refused(List<Fault> faults) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("errors", texts.errors(faults));
                yield form(form, who, model);
            }
            case Answer.Stale(StoredTemplate current) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                compose.differences(model, who, current.draft(), form.fields().draft());
                yield form(
                        new Form(form.template(), form.folder(), form.fields().seenAs(current.version())), who, model);
            }
            case Answer.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String form(Form form, Who who, Model model) {
        compose.fill(model, who, form.fields());
        model.addAttribute("template", form.template());
        model.addAttribute("folder", form.folder());
        model.addAttribute("folders", folders(who));
        return "campaigns/template";
    }

    @PostMapping("/campaigns/templates/{id:\\d{1,18}}/delete")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        String name = find(who, id).draft().name();
        desk.delete(who, id);
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(texts.text("campaigns.templates.deleted", name))
                        .undoneBy("/campaigns/templates/" + id + "/restore"));
        return "redirect:/campaigns/templates";
    }

    @PostMapping("/campaigns/templates/{id:\\d{1,18}}/restore")
    @PreAuthorize(CampaignRights.MAY_EDIT)
    String restore(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!desk.restore(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(texts.text("campaigns.templates.restored")));
        return "redirect:/campaigns/templates";
    }

    private StoredTemplate find(Who who, long id) {
        return store.find(who.account(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
