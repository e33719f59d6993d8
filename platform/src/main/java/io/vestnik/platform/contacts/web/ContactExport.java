package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactExports;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Orders a table of contacts: of what, as what, and with which columns. */
@Controller
@PreAuthorize(ContactsRights.MAY_EXPORT)
class ContactExport {
    private static final List<String> FORMATS = ContactExports.FORMATS;

    /** What nobody looks for at once is not ticked. */
    private static final Set<String> RARE = Set.of("country", "zone", "created");

    /** What the form asks by itself, or what is of a page of a list only. */
    private static final Set<String> ASKED = Set.of("after", "sort", "format", "column", "id", "groups");

    private static final ListQuery NOTHING = new ListQuery("/contacts/export", Map.of());

    private final ExportChoices choices;
    private final Fields fields;
    private final ContactExports exports;

    ContactExport(ExportChoices choices, Fields fields, ContactExports exports) {
        this.choices = choices;
        this.fields = fields;
        this.exports = exports;
    }

    /** Everybody who matches the list's search and filters. */
    @GetMapping("/contacts/export")
    String matching(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        return form(choices.matching(who.account(), query), query, List.of(), who, model);
    }

    /** The chosen contacts of a list. */
    @PostMapping("/contacts/export/chosen")
    String chosen(Selection selection, @AuthenticationPrincipal Who who, Model model) {
        return selection.all()
                ? matching(selection.matching(), who, model)
                : form(choices.chosen(who.account(), selection.ids()), NOTHING, selection.ids(), who, model);
    }

    /** The people of the chosen groups. */
    @PostMapping("/contacts/export/groups")
    String groups(Selection selection, @AuthenticationPrincipal Who who, Model model) {
        ExportChoices.What what = choices.ofGroups(who.account(), selection);
        return what.gone() ? "redirect:/contacts/groups" : form(what, NOTHING, List.of(), who, model);
    }

    @PostMapping("/contacts/export")
    String start(
            ListQuery query,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response) {
        List<String> wanted = sent.getOrDefault("column", List.of());
        List<String> ids = sent.getOrDefault("id", List.of());
        String format = StopWords.first(sent, "format");
        List<String> columns = fields.shown(who.account()).stream()
                .map(NamedField::key)
                .filter(wanted::contains)
                .toList();
        ExportChoices.What what = what(who, query, ids, sent.getOrDefault("groups", List.of()));
        if (what.gone()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (columns.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("noColumns", true);
            return form(what, query, ids, who, model);
        }
        JobId job = exports.start(who, what.meant(), FORMATS.contains(format) ? format : "xlsx", columns);
        return "redirect:/contacts/exports/" + job;
    }

    private ExportChoices.What what(Who who, ListQuery query, List<String> ids, List<String> groups) {
        if (!ids.isEmpty()) {
            return choices.chosen(who.account(), ids);
        }
        return groups.isEmpty() ? choices.matching(who.account(), query) : choices.ofGroups(who.account(), groups);
    }

    private String form(ExportChoices.What what, ListQuery query, List<String> ids, Who who, Model model) {
        Map<String, String> kept = new LinkedHashMap<>(query.parameters());
        kept.keySet().removeAll(ASKED);
        model.addAttribute("what", what.words());
        model.addAttribute("groups", what.groups());
        model.addAttribute("asked", what.asked());
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("kept", kept);
        model.addAttribute("ids", ids);
        model.addAttribute("formats", FORMATS);
        model.addAttribute("columns", fields.shown(who.account()));
        model.addAttribute("rare", RARE);
        return "contacts/export";
    }
}
