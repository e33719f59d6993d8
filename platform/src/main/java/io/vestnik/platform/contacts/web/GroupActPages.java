package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.GroupMerge;
import io.vestnik.platform.contacts.domain.GroupTrash;
import io.vestnik.platform.contacts.domain.GroupTrash.Removed;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** What is done to groups: deleted, one or several, and merged. */
@Controller
class GroupActPages {
    private final Contacts contacts;
    private final GroupTrash trash;
    private final GroupMerge merge;
    private final Format format;
    private final Audit audit;

    GroupActPages(Contacts contacts, GroupTrash trash, GroupMerge merge, Format format, Audit audit) {
        this.contacts = contacts;
        this.trash = trash;
        this.merge = merge;
        this.format = format;
        this.audit = audit;
    }

    @PostMapping("/contacts/groups/{id:\\d+}/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (id <= 0
                || contacts.group(who.account(), new GroupId(id))
                        .filter(group -> !group.living())
                        .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return delete(who, List.of(new GroupId(id)), redirect);
    }

    @PostMapping("/contacts/groups/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String deleteChosen(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return delete(who, chosen(who, selection).stream().map(Group::id).toList(), redirect);
    }

    /** Asks which of them stays; nothing is changed yet. */
    @PostMapping("/contacts/groups/merge")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String askMerge(Selection selection, @AuthenticationPrincipal Who who, Model model, RedirectAttributes redirect) {
        List<Group> chosen = chosen(who, selection);
        if (chosen.size() < 2) {
            redirect.addFlashAttribute(Toast.NAME, Toast.failed(format.text("contacts.merge.few")));
            return "redirect:/contacts/groups";
        }
        long people = chosen.stream().mapToLong(Group::contacts).sum();
        model.addAttribute("groups", chosen);
        model.addAttribute(
                "choices",
                chosen.stream()
                        .map(group -> new Option(
                                group.id().toString(),
                                group.name() + " · " + format.count(group.contacts(), "contacts.count")))
                        .toList());
        model.addAttribute("people", format.count(people, "contacts.count"));
        model.addAttribute("count", format.count(chosen.size(), "contacts.groups.count"));
        return "contacts/merge";
    }

    @PostMapping("/contacts/groups/merge/do")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String merge(
            Selection selection,
            @RequestParam(defaultValue = "") String into,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        GroupId target = FilterAddress.group(into)
                .filter(id -> contacts.group(who.account(), id)
                        .filter(group -> !group.living())
                        .isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<GroupId> sources = chosen(who, selection).stream().map(Group::id).toList();
        JobId job = merge.merge(who.account(), sources, target, who.name());
        audit.record(who, "contacts.groups-merged", "group " + target, Map.of("groups", sources.size()));
        return "redirect:/contacts/jobs/" + job + "?group=" + target;
    }

    private String delete(Who who, List<GroupId> ids, RedirectAttributes redirect) {
        Removed removed = trash.delete(who.account(), ids, who.name());
        audit.record(
                who,
                "contacts.group-deleted",
                "groups",
                Map.of("count", removed.deleted(), "deletion", removed.deletion()));
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(format.count(removed.deleted(), "contacts.groups.deleted"))
                        .undoneBy("/contacts/trash/groups/undo/" + removed.deletion()));
        return "redirect:/contacts/groups";
    }

    /** Those chosen, or all whose name has what was searched for. */
    private List<Group> chosen(Who who, Selection selection) {
        String search = selection.matching().search().toLowerCase(Locale.ROOT);
        return contacts.groups(who.account()).stream()
                .filter(group -> !group.living())
                .filter(group -> selection.all()
                        ? group.name().toLowerCase(Locale.ROOT).contains(search)
                        : selection.ids().contains(group.id().toString()))
                .toList();
    }
}
