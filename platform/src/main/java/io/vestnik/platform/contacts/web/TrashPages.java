package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.Trash;
import io.vestnik.platform.contacts.domain.Trash.Restored;
import io.vestnik.platform.contacts.domain.TrashJob;
import io.vestnik.platform.contacts.domain.TrashStore;
import io.vestnik.platform.contacts.domain.TrashStore.Wanted;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings deleted contacts back, or deletes them for good. */
@Controller
class TrashPages {
    private final TrashStore store;
    private final Trash trash;
    private final TrashJob jobs;
    private final Format format;
    private final Audit audit;

    TrashPages(TrashStore store, Trash trash, TrashJob jobs, Format format, Audit audit) {
        this.store = store;
        this.trash = trash;
        this.jobs = jobs;
        this.format = format;
        this.audit = audit;
    }

    @PostMapping("/contacts/trash/restore")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String restore(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (selection.all()) {
            JobId job = jobs.restoreAll(who.account(), FilterAddress.deleted(selection.matching()));
            audit.record(who, "contacts.restoring", "job " + job, Map.of());
            return "redirect:/contacts/jobs/" + job;
        }
        Restored restored = trash.restore(who.account(), places(selection));
        audit.record(
                who,
                "contacts.restored",
                "contacts",
                Map.of("count", restored.restored(), "merged", restored.merged()));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(TrashWords.restored(format, restored)));
        return "redirect:/contacts/trash";
    }

    @PostMapping("/contacts/trash/purge")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String purge(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (selection.all()) {
            JobId job = jobs.purgeAll(who.account(), FilterAddress.deleted(selection.matching()));
            audit.record(who, "contacts.purging", "job " + job, Map.of());
            return "redirect:/contacts/jobs/" + job;
        }
        int purged = trash.purge(who.account(), places(selection));
        audit.record(who, "contacts.purged", "contacts", Map.of("count", purged));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(TrashWords.purged(format, purged)));
        return "redirect:/contacts/trash";
    }

    /** Takes a whole deletion back: at once when it is small, otherwise as a job. */
    @PostMapping("/contacts/trash/undo/{deletion:\\d+}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String undo(@PathVariable long deletion, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Wanted whole = new Wanted("", deletion);
        List<Long> places = store.places(who.account(), whole, 0, Trash.MOST_AT_ONCE + 1);
        TrashWords.found(!places.isEmpty());
        audit.record(who, "contacts.deletion-undone", "deletion " + deletion, Map.of());
        if (places.size() > Trash.MOST_AT_ONCE) {
            return "redirect:/contacts/jobs/" + jobs.restoreAll(who.account(), whole);
        }
        redirect.addFlashAttribute(
                Toast.NAME, Toast.done(TrashWords.restored(format, trash.restore(who.account(), places))));
        return "redirect:/contacts";
    }

    private static List<Long> places(Selection selection) {
        return selection.ids().stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .distinct()
                .limit(Trash.MOST_AT_ONCE)
                .toList();
    }
}
