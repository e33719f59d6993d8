package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactRemoval;
import io.vestnik.platform.contacts.domain.ContactRemoval.Removed;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deleting contacts: one, those chosen, and all that match. */
@Controller
class ContactActPages {
    private final ContactRemoval removal;
    private final ContactFilters filters;
    private final Format format;
    private final Audit audit;

    ContactActPages(ContactRemoval removal, ContactFilters filters, Format format, Audit audit) {
        this.removal = removal;
        this.filters = filters;
        this.format = format;
        this.audit = audit;
    }

    @PostMapping("/contacts/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String delete(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (selection.all()) {
            JobId job =
                    removal.deleteAll(who.account(), filters.filter(who.account(), selection.matching()), who.name());
            audit.record(who, "contacts.deleting", "job " + job, Map.of());
            return "redirect:/contacts/jobs/" + job;
        }
        Removed removed = removal.delete(who.account(), FilterAddress.chosen(selection), who.name());
        audit.record(
                who,
                "contacts.deleted",
                "contacts",
                Map.of("count", removed.deleted(), "deletion", removed.deletion()));
        redirect.addFlashAttribute(Toast.NAME, toast(format.count(removed.deleted(), "contacts.deleted"), removed));
        return "redirect:/contacts";
    }

    @PostMapping("/contacts/{id:\\d+}/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String deleteOne(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Removed removed = removal.delete(who.account(), List.of(new ContactId(id)), who.name());
        if (removed.deleted() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(who, "contacts.deleted", "contact " + id, Map.of("deletion", removed.deletion()));
        redirect.addFlashAttribute(Toast.NAME, toast(format.text("contacts.deleted.one"), removed));
        return "redirect:/contacts";
    }

    private static Toast toast(String text, Removed removed) {
        return Toast.done(text).undoneBy("/contacts/trash/undo/" + removed.deletion());
    }
}
