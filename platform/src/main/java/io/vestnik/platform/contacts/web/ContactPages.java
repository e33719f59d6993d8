package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactOrder;
import io.vestnik.platform.contacts.domain.ContactRemoval;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Selection;
import io.vestnik.platform.shell.Toast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** The list of contacts, and what is done to many of them. */
@Controller
class ContactPages {
    private static final int ROWS = 50;

    private final ContactStore contacts;
    private final ContactFilters filters;
    private final ContactRemoval removal;
    private final Format format;
    private final Audit audit;

    ContactPages(ContactStore contacts, ContactFilters filters, ContactRemoval removal, Format format, Audit audit) {
        this.contacts = contacts;
        this.filters = filters;
        this.removal = removal;
        this.format = format;
        this.audit = audit;
    }

    /** A contact as the list shows it. */
    record Line(
            long id,
            String phone,
            @Nullable String name,
            @Nullable String operator,
            @Nullable String region,
            @Nullable String email,
            @Nullable LocalDate birthday,
            @Nullable String comment,
            Instant createdAt) {
        static Line of(Contact contact) {
            var person = contact.person();
            String name = Stream.of(person.surname(), person.name(), person.patronymic())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            return new Line(
                    contact.id().value(),
                    contact.phone(),
                    name.isEmpty() ? null : name,
                    contact.origin().operator(),
                    contact.origin().region(),
                    person.email(),
                    person.birthday(),
                    person.comment(),
                    contact.createdAt());
        }
    }

    @GetMapping("/contacts")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        ContactFilter filter = filters.filter(who.account(), query);
        Slice<Contact> page = contacts.list(
                who.account(), filter, order(query, filter), query.after().orElse(null), ROWS);
        ListView list = filters.choices(
                        who.account(), ListView.of("contacts", query).searchable("contacts.search"))
                .columns(
                        Column.text("name", "contacts.name.full").sorted(),
                        Column.text("phone", "contacts.phone").sorted(),
                        Column.text("operator", "contacts.operator"),
                        Column.text("region", "contacts.region"),
                        Column.text("email", "contacts.email").onDemand(),
                        Column.text("birthday", "contacts.birthday").onDemand(),
                        Column.text("comment", "contacts.comment").onDemand(),
                        Column.text("created", "contacts.created").sorted())
                .page(page.items().size(), page.next(), null);
        // A page that is all there is needs no count, and that of a group is kept; the others are counted when the page
        // is there.
        if (page.next() == null && query.after().isEmpty()) {
            list = list.page(page.items().size(), null, (long) page.items().size());
        } else if (filter.wholeGroup()) {
            list = list.page(page.items().size(), page.next(), contacts.count(who.account(), filter));
        } else {
            list = list.countedAt("/contacts/count");
        }
        if (who.may(ContactsRights.EDIT)) {
            list = list.withSelection();
        }
        if (who.may(ContactsRights.EXPORT)) {
            list = list.exportable("/contacts/export");
        }
        model.addAttribute("rows", page.items().stream().map(Line::of).toList());
        model.addAttribute("list", list);
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        model.addAttribute("mayLoad", who.may(ContactsRights.LOAD));
        return "contacts/list";
    }

    /** Of a group by phone, otherwise the newest first, where nothing else is asked for. */
    private static ContactOrder order(ListQuery query, ContactFilter filter) {
        ListQuery.Sort usual =
                filter.group() == null ? new ListQuery.Sort("created", true) : new ListQuery.Sort("phone", false);
        ListQuery.Sort sort = query.sort(usual, "phone", "name", "created");
        ContactOrder.By by = switch (sort.column()) {
            case "name" -> ContactOrder.By.SURNAME;
            case "phone" -> ContactOrder.By.PHONE;
            default -> ContactOrder.By.ADDED;
        };
        return new ContactOrder(by, sort.descending());
    }

    /** How many the list has in all, asked for when the list is there. */
    @GetMapping("/contacts/count")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String count(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        long total = contacts.count(who.account(), filters.filter(who.account(), query));
        ListView list = ListView.of("contacts", query).page(ROWS, null, total);
        model.addAttribute("list", who.may(ContactsRights.EDIT) ? list.withSelection() : list);
        return "contacts/list :: total";
    }

    @PostMapping("/contacts/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String delete(Selection selection, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (selection.all()) {
            JobId job = removal.deleteAll(who.account(), filters.filter(who.account(), selection.matching()));
            audit.record(who, "contacts.deleting", "job " + job, Map.of());
            return "redirect:/contacts/jobs/" + job;
        }
        List<ContactId> ids = selection.ids().stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new ContactId(Long.parseLong(id)))
                .limit(ContactRemoval.MOST_AT_ONCE)
                .toList();
        int deleted = removal.delete(who.account(), ids);
        audit.record(who, "contacts.deleted", "contacts", Map.of("count", deleted));
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.count(deleted, "contacts.deleted")));
        return "redirect:/contacts";
    }

    @PostMapping("/contacts/{id:\\d+}/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String deleteOne(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (id <= 0 || removal.delete(who.account(), List.of(new ContactId(id))) == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(who, "contacts.deleted", "contact " + id, Map.of());
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("contacts.deleted.one")));
        return "redirect:/contacts";
    }
}
