package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.GroupDesk;
import io.vestnik.platform.contacts.domain.Regrouping;
import io.vestnik.platform.contacts.domain.Regrouping.Regrouped;
import io.vestnik.platform.contacts.domain.Regrouping.Way;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Into a group, from one to another, out of one: how many it concerns first, then the act. */
@Controller
class RegroupPages {
    private final Contacts contacts;
    private final ContactFilters filters;
    private final Regrouping regrouping;
    private final Format format;
    private final Audit audit;

    RegroupPages(Contacts contacts, ContactFilters filters, Regrouping regrouping, Format format, Audit audit) {
        this.contacts = contacts;
        this.filters = filters;
        this.regrouping = regrouping;
        this.format = format;
        this.audit = audit;
    }

    /** Asks where to; nothing is changed yet. */
    @PostMapping("/contacts/regroup")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String ask(Selection selection, @AuthenticationPrincipal Who who, Model model) {
        return form(selection, who, "copy", "", model);
    }

    @PostMapping("/contacts/regroup/do")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String regroup(
            Selection selection,
            @RequestParam(defaultValue = "copy") String act,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        GroupId here = here(who, selection);
        boolean leaves = (act.equals("move") || act.equals("remove")) && here != null;
        Optional<Group> into = act.equals("remove") ? Optional.empty() : target(who, to);
        boolean nowhere = act.equals("remove") ? !leaves : into.isEmpty();
        if (nowhere || into.filter(group -> group.id().equals(here)).isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "errors",
                    FieldErrors.none().and("to", format.text("contacts.regroup.nowhere", GroupDesk.LONGEST_NAME)));
            return form(selection, who, act, to, model);
        }
        Way way = new Way(leaves ? here : null, into.map(Group::id).orElse(null));
        String back = here == null ? "/contacts" : "/contacts?group=" + here;
        if (selection.all()) {
            JobId job = regrouping.regroupAll(who.account(), way, filters.filter(who.account(), selection.matching()));
            audit.record(who, "contacts.regrouping", "job " + job, Map.of("act", act));
            return "redirect:/contacts/jobs/" + job;
        }
        Regrouped done = regrouping
                .regroup(who.account(), way, FilterAddress.chosen(selection))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(who, "contacts.regrouped", "contacts", Map.of("act", act, "count", done.people()));
        redirect.addFlashAttribute(Toast.NAME, toast(act, into, done));
        return "redirect:" + back;
    }

    @PostMapping("/contacts/regroup/{number:\\d+}/undo")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String undo(@PathVariable long number, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!regrouping.undo(who.account(), number)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(who, "contacts.regrouping-undone", "regrouping " + number, Map.of());
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.regroup.undone")));
        return "redirect:/contacts";
    }

    private Toast toast(String act, Optional<Group> into, Regrouped done) {
        String people = format.count(done.people(), "contacts.count");
        String name = into.map(Group::name).orElse("");
        Toast toast = Toast.done(format.text(
                switch (act) {
                    case "move" -> "contacts.regroup.moved";
                    case "remove" -> "contacts.regroup.removed";
                    default -> "contacts.regroup.copied";
                },
                people,
                name));
        return done.people() == 0 ? toast : toast.undoneBy("/contacts/regroup/" + done.undo() + "/undo");
    }

    private Optional<Group> target(Who who, String name) {
        String written = name.strip();
        return written.isEmpty() || written.length() > GroupDesk.LONGEST_NAME
                ? Optional.empty()
                : Optional.of(contacts.groupNamed(who.account(), written)).filter(group -> !group.living());
    }

    /** The group that the list is about; none when it is about a segment, which nobody leaves. */
    private @Nullable GroupId here(Who who, Selection selection) {
        return selection
                .matching()
                .filter("group")
                .flatMap(FilterAddress::group)
                .filter(id -> contacts.group(who.account(), id)
                        .filter(group -> !group.living())
                        .isPresent())
                .orElse(null);
    }

    private String form(Selection selection, Who who, String act, String to, Model model) {
        GroupId here = here(who, selection);
        long count = selection.all()
                ? filters.count(who.account(), filters.filter(who.account(), selection.matching()))
                : FilterAddress.chosen(selection).size();
        model.addAttribute("selection", selection);
        model.addAttribute("match", selection.matching().parameters());
        model.addAttribute("count", format.count(count, "contacts.count"));
        model.addAttribute(
                "here",
                here == null ? null : contacts.group(who.account(), here).orElse(null));
        model.addAttribute("act", act);
        model.addAttribute("to", to);
        model.addAttribute(
                "groups",
                contacts.groups(who.account()).stream()
                        .filter(group -> !group.living())
                        .toList());
        model.addAttribute("back", here == null ? "/contacts" : "/contacts?group=" + here);
        return "contacts/regroup";
    }
}
