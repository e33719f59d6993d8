package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.ListQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Groups made by hand as rows: there are at most a thousand, so that they are searched, ordered and paged as they are. */
@Component
class GroupTable {
    private static final ListQuery.Sort BY_NAME = new ListQuery.Sort("name", false);

    private final Contacts contacts;

    GroupTable(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Those that match, in the order that was asked for. */
    List<Group> matching(AccountId account, ListQuery query) {
        String search = query.search().toLowerCase(Locale.ROOT);
        // They come by name, as people of the language order names.
        List<Group> groups = new ArrayList<>(contacts.groups(account).stream()
                .filter(group -> !group.living())
                .filter(group -> group.name().toLowerCase(Locale.ROOT).contains(search))
                .toList());
        ListQuery.Sort sort = query.sort(BY_NAME, "name", "contacts");
        if (sort.column().equals("contacts")) {
            groups.sort(Comparator.comparingLong(Group::contacts));
        }
        return sort.descending() ? groups.reversed() : groups;
    }
}
