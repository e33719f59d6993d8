package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.SeenOrigin;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The filters of the list of contacts as choices. */
@Component
class ContactFilters {
    private static final int MOST_OPTIONS = 199;

    private final Contacts contacts;
    private final ContactStore store;
    private final Format format;

    ContactFilters(Contacts contacts, ContactStore store, Format format) {
        this.contacts = contacts;
        this.store = store;
        this.format = format;
    }

    ListView choices(AccountId account, ListView list) {
        List<Group> groups = new ArrayList<>(contacts.groups(account));
        if (groups.size() > MOST_OPTIONS) {
            // The chosen one shows its name, however many there are.
            List<Group> first = new ArrayList<>(groups.subList(0, MOST_OPTIONS));
            list.query()
                    .filter("group")
                    .flatMap(FilterAddress::group)
                    .flatMap(id -> contacts.group(account, id))
                    .ifPresent(chosen -> {
                        if (!first.contains(chosen)) {
                            first.add(chosen);
                        }
                    });
            groups = first;
        }
        return list.fields(FilterAddress.fields(format))
                .filter(new Filter(
                        "group",
                        "contacts.group",
                        groups.stream()
                                .map(group -> new Option(group.id().toString(), group.name()))
                                .toList()))
                .filter(new Filter("operator", "contacts.operator", options(store.operators(account))))
                .filter(new Filter("region", "contacts.region", options(store.regions(account))));
    }

    private static List<Option> options(List<SeenOrigin> seen) {
        return seen.stream()
                .map(origin -> new Option(origin.code(), origin.name()))
                .toList();
    }
}
