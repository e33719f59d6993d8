package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.ContactExporting;
import io.vestnik.platform.contacts.domain.ExportOrder;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Selection;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Orders a table of contacts: of what, as what, and with which columns. */
@Controller
@PreAuthorize(ContactsRights.MAY_EXPORT)
class ContactExport {
    private static final List<String> FORMATS = List.of("xlsx", "xls", "csv");

    /** What nobody looks for at once is not ticked. */
    private static final Set<String> RARE = Set.of("country", "zone", "created");

    private final ExportChoices choices;
    private final Fields fields;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Audit audit;

    ContactExport(ExportChoices choices, Fields fields, Jobs jobs, JsonMapper json, Audit audit) {
        this.choices = choices;
        this.fields = fields;
        this.jobs = jobs;
        this.json = json;
        this.audit = audit;
    }

    /** Everybody who matches the list's search and filters. */
    @GetMapping("/contacts/export")
    String matching(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Map<String, String> kept = new LinkedHashMap<>(query.parameters());
        kept.keySet().removeAll(Set.of("after", "sort", "format"));
        return form(choices.matching(who.account(), query), kept, List.of(), who, model);
    }

    /** The chosen contacts of a list. */
    @PostMapping("/contacts/export/chosen")
    String chosen(Selection selection, @AuthenticationPrincipal Who who, Model model) {
        return selection.all()
                ? matching(selection.matching(), who, model)
                : form(choices.chosen(who.account(), selection.ids()), Map.of(), selection.ids(), who, model);
    }

    /** The people of the chosen groups. */
    @PostMapping("/contacts/export/groups")
    String groups(Selection selection, @AuthenticationPrincipal Who who, Model model) {
        String ids = choices.groups(who.account(), selection);
        if (ids.isEmpty()) {
            return "redirect:/contacts/groups";
        }
        return matching(new ListQuery("/contacts/export", Map.of("groups", ids)), who, model);
    }

    @PostMapping("/contacts/export")
    String start(
            ListQuery query,
            @RequestParam(name = "id", required = false) @Nullable List<String> ids,
            @RequestParam(name = "column", required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "xlsx") String format,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response) {
        List<String> wanted = chosen == null ? List.of() : chosen;
        List<String> columns = fields.shown(who.account()).stream()
                .map(NamedField::key)
                .filter(wanted::contains)
                .toList();
        ExportChoices.What what = ids == null || ids.isEmpty()
                ? choices.matching(who.account(), query)
                : choices.chosen(who.account(), ids);
        if (ids != null && !ids.isEmpty() && what.ids().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (columns.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("noColumns", true);
            return form(what, query.parameters(), ids == null ? List.of() : ids, who, model);
        }
        ExportOrder order =
                choices.order(who.account(), what, FORMATS.contains(format) ? format : "xlsx", columns, who.name());
        JobId job = jobs.start(who.account(), ContactExporting.NAME, json.writeValueAsString(order));
        audit.record(
                who, "contacts.exported", "job " + job, Map.of("columns", columns.size(), "contacts", order.total()));
        return "redirect:/contacts/exports/" + job;
    }

    private String form(ExportChoices.What what, Map<String, String> kept, List<String> ids, Who who, Model model) {
        model.addAttribute("what", what.words());
        model.addAttribute("kept", kept);
        model.addAttribute("ids", ids);
        model.addAttribute("formats", FORMATS);
        model.addAttribute("columns", fields.shown(who.account()));
        model.addAttribute("rare", RARE);
        return "contacts/export";
    }
}
