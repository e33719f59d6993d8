package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.GroupDesk;
import io.vestnik.platform.contacts.domain.GroupDesk.Answer;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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

/** Groups: the list, and the form of one. */
@Controller
class GroupPages {
    private static final int ROWS = 50;

    private final Contacts contacts;
    private final GroupTable table;
    private final GroupDesk desk;
    private final Format format;
    private final Audit audit;

    GroupPages(Contacts contacts, GroupTable table, GroupDesk desk, Format format, Audit audit) {
        this.contacts = contacts;
        this.table = table;
        this.desk = desk;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping("/contacts/groups")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<Group> groups = table.matching(who.account(), query);
        int from = start(query);
        int to = Math.min(groups.size(), from + ROWS);
        ListView list = ListView.of("groups", query)
                .searchable("contacts.groups.search")
                .columns(
                        Column.text("name", "contacts.groups.name").sorted(),
                        Column.number("contacts", "contacts.groups.contacts").sorted(),
                        Column.text("actions", "contacts.groups.actions"))
                .exportable("/contacts/groups/export")
                .page(Math.max(0, to - from), to < groups.size() ? Integer.toString(to) : null, (long) groups.size());
        model.addAttribute("rows", from < to ? groups.subList(from, to) : List.of());
        model.addAttribute(
                "list", who.may(ContactsRights.EDIT) || who.may(ContactsRights.EXPORT) ? list.withSelection() : list);
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        model.addAttribute("mayExport", who.may(ContactsRights.EXPORT));
        return "contacts/groups";
    }

    @GetMapping("/contacts/groups/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String empty(Model model) {
        return form(null, "", model);
    }

    @PostMapping("/contacts/groups/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String create(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return answer(desk.create(who.account(), name), null, name, who, model, redirect, response);
    }

    @GetMapping("/contacts/groups/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Group group = contacts.group(who.account(), id(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return form(group, group.name(), model);
    }

    @PostMapping("/contacts/groups/{id:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Group before = contacts.group(who.account(), id(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return answer(desk.rename(who.account(), before.id(), name), before, name, who, model, redirect, response);
    }

    private String answer(
            Answer answer,
            @Nullable Group before,
            String name,
            Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String fault = switch (answer) {
            case Answer.Saved(Group group) -> {
                audit.record(
                        who,
                        before == null ? "contacts.group-made" : "contacts.group-renamed",
                        "group " + group.id(),
                        Map.of("name", group.name()));
                redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.groups.saved", group.name())));
                yield null;
            }
            case Answer.Taken _ -> format.text("contacts.groups.taken");
            case Answer.BadName _ -> format.text("contacts.groups.bad-name", GroupDesk.LONGEST_NAME);
            case Answer.TooMany _ -> format.text("contacts.groups.too-many", GroupDesk.MOST_GROUPS);
            case Answer.Gone _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
        if (fault == null) {
            return "redirect:/contacts/groups";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", FieldErrors.none().and("name", fault));
        return form(before, name, model);
    }

    private static String form(@Nullable Group group, String name, Model model) {
        model.addAttribute("group", group);
        model.addAttribute("name", name);
        return "contacts/group";
    }

    private static GroupId id(long id) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new GroupId(id);
    }

    /** How many rows come before the page. */
    private static int start(ListQuery query) {
        return query.after()
                .filter(it -> it.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
