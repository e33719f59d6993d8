package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.contacts.domain.ExportOrder;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an export may be of: all that match, chosen ones, or several groups, each as a sheet of its own. */
@Component
class ExportChoices {
    private static final int MOST_GROUPS = 100;
    private static final int LONGEST_NAME = 80;

    /** How many groups are named before the others are counted. */
    private static final int NAMED = 5;

    private final Contacts contacts;
    private final ContactStore store;
    private final ContactFilters filters;
    private final GroupTable table;
    private final Format format;

    ExportChoices(Contacts contacts, ContactStore store, ContactFilters filters, GroupTable table, Format format) {
        this.table = table;
        this.contacts = contacts;
        this.store = store;
        this.filters = filters;
        this.format = format;
    }

    /**
     * What is exported.
     *
     * @param words for the person
     * @param filter what is matched, when there are neither ids nor groups
     * @param groups ids of the groups whose people are meant
     */
    record What(String words, ContactFilter filter, List<Long> ids, List<Long> groups) {}

    /** Everybody who matches; {@code groups=1,2} means the people of these groups. */
    What matching(AccountId account, ListQuery query) {
        List<Long> groups = query.filter("groups")
                .map(written -> Stream.of(written.split(","))
                        .filter(id -> id.matches("[1-9]\\d{0,17}"))
                        .map(Long::valueOf)
                        .distinct()
                        .limit(MOST_GROUPS)
                        .toList())
                .orElse(List.of());
        ContactFilter filter = filters.filter(account, query);
        return new What(words(account, query, filter, groups), filter, List.of(), groups);
    }

    private String words(AccountId account, ListQuery query, ContactFilter filter, List<Long> groups) {
        GroupId one = filter.group();
        List<Long> named = one != null && filter.wholeGroup() ? List.of(one.value()) : groups;
        if (named.isEmpty()) {
            return format.text(query.narrowed() ? "contacts.export.matching" : "contacts.export.all");
        }
        List<String> names = groups(account, named).stream().map(Group::name).toList();
        return names.size() <= NAMED
                ? format.text("contacts.export.groups", String.join(", ", names))
                : format.text(
                        "contacts.export.groups.more",
                        String.join(", ", names.subList(0, NAMED)),
                        names.size() - NAMED);
    }

    /** The ids of chosen groups, as {@link #matching} takes them: where all of a list are chosen, its first hundred. */
    String groups(AccountId account, Selection selection) {
        Stream<String> ids = selection.all()
                ? table.matching(account, selection.matching()).stream()
                        .map(group -> group.id().toString())
                : selection.ids().stream();
        return ids.limit(MOST_GROUPS).collect(Collectors.joining(","));
    }

    What chosen(AccountId account, List<String> written) {
        List<ContactId> asked = written.stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new ContactId(Long.parseLong(id)))
                .toList();
        List<Long> ids = store.chosen(account, asked).stream()
                .map(contact -> contact.id().value())
                .toList();
        return new What(format.count(ids.size(), "contacts.export.chosen"), ContactFilter.ALL, ids, List.of());
    }

    ExportOrder order(AccountId account, What what, String fileFormat, List<String> columns, String by) {
        List<ExportOrder.Part> parts = new ArrayList<>();
        long total = what.ids().size();
        String title = format.text("contacts.title");
        if (!what.groups().isEmpty()) {
            for (Group group : groups(account, what.groups())) {
                parts.add(ExportOrder.Part.of(group.name(), new ContactFilter("", group.id(), null, null)));
                total += group.contacts();
            }
        }
        if (parts.isEmpty()) {
            Optional<Group> group =
                    Optional.ofNullable(what.filter().group()).flatMap(id -> contacts.group(account, id));
            title = group.map(Group::name).orElse(title);
            parts.add(new ExportOrder.Part(title, what.filter(), what.ids()));
            total = what.ids().isEmpty() ? store.count(account, what.filter()) : total;
        }
        return new ExportOrder(fileFormat, name(title), parts, columns, total, by);
    }

    private List<Group> groups(AccountId account, List<Long> ids) {
        return contacts.groups(account).stream()
                .filter(group -> ids.contains(group.id().value()))
                .toList();
    }

    private static String name(String title) {
        String clean = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return clean.isEmpty() ? "contacts" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
