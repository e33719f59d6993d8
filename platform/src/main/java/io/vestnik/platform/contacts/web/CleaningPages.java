package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.DuplicateSearch;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Condition.Test;
import io.vestnik.platform.kernel.Rule;
import io.vestnik.platform.shell.Format;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Cleaning: who is not worth writing to, each with how many there are. Those of a rule are opened in the list, whose bulk bar acts on
 * all of them; those who are alike are searched for by a job.
 */
@Controller
@PreAuthorize(ContactsRights.MAY_EDIT)
class CleaningPages {
    private static final int MOST_MISSED = 100;
    private static final String USUAL_MISSED = "3";

    private final ContactStore contacts;
    private final DuplicateSearch search;
    private final DuplicateFields fields;
    private final Format format;
    private final Audit audit;

    CleaningPages(ContactStore contacts, DuplicateSearch search, DuplicateFields fields, Format format, Audit audit) {
        this.contacts = contacts;
        this.search = search;
        this.fields = fields;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping("/contacts/cleaning")
    String show(
            @RequestParam(defaultValue = USUAL_MISSED) String missed, @AuthenticationPrincipal Who who, Model model) {
        int times = missed.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(missed), 1, MOST_MISSED) : 3;
        model.addAttribute("missed", times);
        model.addAttribute("kinds", List.of("undelivered", "unknown", "groups"));
        model.addAttribute("alikeBy", fields.options(who.account()));
        return "contacts/cleaning";
    }

    /** How many of a kind there are, with the way to them: pulled by the page. */
    @GetMapping("/contacts/cleaning/count")
    String count(
            @RequestParam String kind,
            @RequestParam(defaultValue = USUAL_MISSED) String missed,
            @AuthenticationPrincipal Who who,
            Model model) {
        ContactFilter filter = new ContactFilter("", null, null, null, rule(kind, missed));
        model.addAttribute("people", contacts.count(who.account(), filter));
        model.addAttribute("listUrl", FilterAddress.address("/contacts", filter));
        model.addAttribute("match", FilterAddress.parameters(filter));
        model.addAttribute("mayStop", StopRights.mayEditPeople(who) && !kind.equals("groups"));
        return "contacts/cleaning :: count";
    }

    private static Rule rule(String kind, String missed) {
        return switch (kind) {
            case "undelivered" -> {
                int times = missed.matches("\\d{1,3}") ? Integer.parseInt(missed) : 3;
                yield Rule.all(List.of(new Condition("undelivered", Test.MORE, Integer.toString(times - 1))));
            }
            case "unknown" ->
                new Rule(
                        true,
                        List.of(new Condition("operator", Test.EMPTY, ""), new Condition("region", Test.EMPTY, "")),
                        List.of());
            case "groups" -> Rule.all(List.of(new Condition("in_groups", Test.MORE, "1")));
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/contacts/cleaning/duplicates")
    String search(@RequestParam(defaultValue = "") String by, @AuthenticationPrincipal Who who) {
        if (fields.options(who.account()).stream().noneMatch(it -> it.value().equals(by))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, format.text("contacts.cleaning.by"));
        }
        JobId job = search.start(who.account(), new DuplicateSearch.Input(by, null));
        audit.record(who, "contacts.duplicates-searched", "job " + job, Map.of("by", by));
        return "redirect:/contacts/duplicates/" + job;
    }
}
