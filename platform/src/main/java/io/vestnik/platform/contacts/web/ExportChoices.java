package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.ContactExports;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Selection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an export may be of: all that match, chosen ones, or several groups, each as a sheet of its own. */
@Component
class ExportChoices {

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
     * @param filter what is matched; none when ids or groups were chosen
     * @param groups whose people are meant
     * @param asked how many groups were chosen, of which these are the first
     */
    record What(String words, @Nullable ContactFilter filter, List<Long> ids, List<Group> groups, int asked) {
        /** Whether somebody was chosen of whom nobody is there any more. */
        boolean gone() {
            return filter == null && ids.isEmpty() && groups.isEmpty();
        }

        /** The same as the work is told of it. */
        ContactExports.Of meant() {
            if (!groups.isEmpty()) {
                return new ContactExports.Of.OfGroups(groups);
            }
            return ids.isEmpty()
                    ? new ContactExports.Of.Matching(Objects.requireNonNullElse(filter, ContactFilter.ALL)
                            .meant())
                    : new ContactExports.Of.Chosen(ids);
        }
    }

    /** Everybody who matches. */
    What matching(AccountId account, ListQuery query) {
        ContactFilter filter = filters.filter(account, query);
        GroupId one = filter.group();
        List<Group> named = one != null && filter.wholeGroup() ? groups(account, List.of(one.toString())) : List.of();
        String words = named.isEmpty()
                ? format.text(query.narrowed() ? "contacts.export.matching" : "contacts.export.all")
                : words(named);
        return new What(words, filter, List.of(), List.of(), 0);
    }

    /** The people of these groups, of the first hundred when there are more. */
    What ofGroups(AccountId account, List<String> ids) {
        List<Group> all = groups(account, ids);
        List<Group> first = all.stream().limit(ContactExports.MOST_GROUPS).toList();
        return new What(words(first), null, List.of(), first, all.size());
    }

    private String words(List<Group> groups) {
        List<String> names = groups.stream().map(Group::name).toList();
        return names.size() <= NAMED
                ? format.text("contacts.export.groups", String.join(", ", names))
                : format.text(
                        "contacts.export.groups.more",
                        String.join(", ", names.subList(0, NAMED)),
                        names.size() - NAMED);
    }

    /** The people of the groups that were chosen in their list. */
    What ofGroups(AccountId account, Selection selection) {
        return ofGroups(
                account,
                selection.all()
                        ? table.matching(account, selection.matching()).stream()
                                .map(group -> group.id().toString())
                                .toList()
                        : selection.ids());
    }

    What chosen(AccountId account, List<String> written) {
        List<ContactId> asked = written.stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new ContactId(Long.parseLong(id)))
                .toList();
        List<Long> ids = store.chosen(account, asked).stream()
                .map(contact -> contact.id().value())
                .toList();
        return new What(format.count(ids.size(), "contacts.export.chosen"), null, ids, List.of(), 0);
    }

    private List<Group> groups(AccountId account, List<String> written) {
        Set<String> ids = Set.copyOf(written);
        return contacts.groups(account).stream()
                .filter(group -> ids.contains(group.id().toString()))
                .toList();
    }
}
