package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.TrashStore;
import io.vestnik.platform.contacts.domain.TrashStore.TrashedContact;
import io.vestnik.platform.contacts.domain.TrashStore.Wanted;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The trash: deleted contacts, the last first. */
@Controller
class TrashListPages {
    private static final int ROWS = 50;

    private final TrashStore store;
    private final TrashTabs tabs;

    TrashListPages(TrashStore store, TrashTabs tabs) {
        this.store = store;
        this.tabs = tabs;
    }

    /** A deleted contact as the list shows it. */
    record Line(long place, String phone, @Nullable String name, Instant at, String by, long deletion) {
        static Line of(TrashedContact row) {
            return new Line(
                    row.place(),
                    row.contact().phone(),
                    ContactTable.fullName(row.contact().person()),
                    row.deletion().at(),
                    row.deletion().by(),
                    row.deletion().number());
        }
    }

    @GetMapping("/contacts/trash")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Wanted wanted = FilterAddress.deleted(query);
        Slice<TrashedContact> page =
                store.list(who.account(), wanted, query.after().orElse(null), ROWS);
        ListView list = ListView.of("trash", query)
                .searchable("contacts.trash.search")
                .columns(
                        Column.text("name", "contacts.name.full"),
                        Column.text("phone", "contacts.phone"),
                        Column.text("at", "contacts.trash.at"),
                        Column.text("by", "contacts.trash.by"))
                .page(page.items().size(), page.next(), store.count(who.account(), wanted));
        model.addAttribute("rows", page.items().stream().map(Line::of).toList());
        model.addAttribute("list", who.may(ContactsRights.EDIT) ? list.withSelection() : list);
        tabs.show(who.account(), false, model);
        return "contacts/trash";
    }
}
