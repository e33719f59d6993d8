package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactOrder;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of contacts. */
@Controller
class ContactPages {
    private static final int ROWS = 50;

    private final ContactStore contacts;
    private final ContactFilters filters;
    private final ContactTable table;

    ContactPages(ContactStore contacts, ContactFilters filters, ContactTable table) {
        this.contacts = contacts;
        this.filters = filters;
        this.table = table;
    }

    @GetMapping("/contacts")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        ContactFilter filter = filters.filter(who.account(), query);
        Slice<Contact> page = contacts.list(
                who.account(), filter, order(query, filter), query.after().orElse(null), ROWS);
        ContactTable.Shape shape = table.shape(who.account(), filter.group());
        ListView list = filters.choices(
                        who.account(), ListView.of(shape.id(), query).searchable("contacts.search"))
                .columns(shape.columns().toArray(Column[]::new))
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
        if (who.may(ContactsRights.EDIT) || who.may(ContactsRights.EXPORT)) {
            list = list.withSelection();
        }
        if (who.may(ContactsRights.EXPORT)) {
            model.addAttribute("exportLink", query.linkAt("/contacts/export"));
        }
        model.addAttribute(
                "rows",
                page.items().stream()
                        .map(contact -> shape.lines().line(contact, shape.fields()))
                        .toList());
        model.addAttribute("list", list);
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        model.addAttribute("mayStop", StopRights.mayEditPeople(who));
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
        ContactFilter filter = filters.filter(who.account(), query);
        long total = contacts.count(who.account(), filter);
        ListView list = ListView.of(table.shape(who.account(), filter.group()).id(), query)
                .page(ROWS, null, total);
        model.addAttribute("list", who.may(ContactsRights.EDIT) ? list.withSelection() : list);
        return "contacts/list :: total";
    }
}
