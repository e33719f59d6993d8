package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.GroupDesk;
import io.vestnik.platform.contacts.domain.GroupTrash;
import io.vestnik.platform.contacts.domain.GroupTrash.Answer;
import io.vestnik.platform.contacts.domain.TrashStore.TrashedGroup;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trash: deleted groups. */
@Controller
class GroupTrashPages {
    private final GroupTrash trash;
    private final TrashTabs tabs;
    private final Format format;
    private final Audit audit;

    GroupTrashPages(GroupTrash trash, TrashTabs tabs, Format format, Audit audit) {
        this.trash = trash;
        this.tabs = tabs;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping("/contacts/trash/groups")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        String search = query.search().toLowerCase(Locale.ROOT);
        List<TrashedGroup> rows = trash.list(who.account()).stream()
                .filter(row -> row.group().name().toLowerCase(Locale.ROOT).contains(search))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "list",
                ListView.of("trash-groups", query)
                        .searchable("contacts.groups.search")
                        .columns(
                                Column.text("name", "contacts.groups.name"),
                                Column.number("contacts", "contacts.groups.contacts"),
                                Column.text("at", "contacts.trash.at"),
                                Column.text("by", "contacts.trash.by"),
                                Column.text("actions", "contacts.groups.actions"))
                        .page(rows.size(), null, (long) rows.size()));
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        tabs.show(who.account(), true, model);
        return "contacts/trash-groups";
    }

    @PostMapping("/contacts/trash/groups/{id:\\d+}/restore")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String restore(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Toast toast = switch (trash.restore(who.account(), id(id))) {
            case Answer.Restored(GroupId group, String name, boolean renamed) -> {
                audit.record(who, "contacts.group-restored", "group " + group, Map.of("renamed", renamed));
                yield Toast.done(
                        format.text(renamed ? "contacts.groups.restored.renamed" : "contacts.groups.restored", name));
            }
            case Answer.TooMany() -> Toast.failed(format.text("contacts.groups.too-many", GroupDesk.MOST_GROUPS));
            case Answer.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
        redirect.addFlashAttribute(Toast.NAME, toast);
        return "redirect:/contacts/trash/groups";
    }

    @PostMapping("/contacts/trash/groups/{id:\\d+}/purge")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String purge(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        TrashWords.found(trash.purge(who.account(), id(id)));
        audit.record(who, "contacts.group-purged", "group " + id, Map.of());
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.groups.purged")));
        return "redirect:/contacts/trash/groups";
    }

    /** Takes a whole deletion of groups back. */
    @PostMapping("/contacts/trash/groups/undo/{deletion:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String undo(@PathVariable long deletion, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        int back = trash.restore(who.account(), deletion);
        TrashWords.found(back > 0);
        audit.record(who, "contacts.deletion-undone", "deletion " + deletion, Map.of("groups", back));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.count(back, "contacts.groups.restored.count")));
        return "redirect:/contacts/groups";
    }

    private static GroupId id(long id) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new GroupId(id);
    }
}
