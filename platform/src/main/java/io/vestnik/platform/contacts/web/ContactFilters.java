package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactConditions;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.SeenOrigin;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.ClauseGroup;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The filters of the list of contacts as choices, and what an address asks for by them. */
@Component
class ContactFilters {
    private static final int MOST_OPTIONS = 199;

    private final Contacts contacts;
    private final ContactStore store;
    private final ContactConditions conditions;
    private final Format format;

    ContactFilters(Contacts contacts, ContactStore store, ContactConditions conditions, Format format) {
        this.format = format;
        this.contacts = contacts;
        this.store = store;
        this.conditions = conditions;
    }

    /** What the address asks for; what is spoilt in it is passed over. */
    ContactFilter filter(AccountId account, ListQuery query) {
        return new ContactFilter(
                query.search(),
                query.filter("group").flatMap(FilterAddress::group).orElse(null),
                query.filter("operator").orElse(null),
                query.filter("region").orElse(null),
                query.rule(conditions.of(account)));
    }

    long count(AccountId account, ContactFilter filter) {
        return store.count(account, filter);
    }

    /** The filter as a person reads it. */
    String words(AccountId account, ContactFilter filter) {
        List<String> words = new ArrayList<>();
        if (!filter.search().isEmpty()) {
            words.add("«" + filter.search() + "»");
        }
        GroupId group = filter.group();
        if (group != null) {
            words.add(named("contacts.group", contacts.group(account, group).map(Group::name)));
        }
        if (filter.operator() != null) {
            words.add(named("contacts.operator", name(store.operators(account), filter.operator())));
        }
        if (filter.region() != null) {
            words.add(named("contacts.region", name(store.regions(account), filter.region())));
        }
        ListQuery query = new ListQuery("/contacts", FilterAddress.parameters(filter));
        String rule = format.sentence(ClauseGroup.of(query, conditions.of(account)));
        if (!rule.isEmpty()) {
            words.add(rule);
        }
        return String.join("; ", words);
    }

    private String named(String titleKey, Optional<String> name) {
        return format.text(titleKey) + ": " + name.orElse("—");
    }

    private static Optional<String> name(List<SeenOrigin> seen, String code) {
        return seen.stream()
                .filter(it -> it.code().equals(code))
                .map(SeenOrigin::name)
                .findFirst();
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
        return list.groupedFields(conditions.of(account))
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
