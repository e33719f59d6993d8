package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.FieldStore;
import io.vestnik.platform.contacts.domain.LoadRules;
import io.vestnik.platform.contacts.domain.SearchWords;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks up what a filter names: its group or segment, the account's own fields, operators, regions and groups that it searches for. */
@Component
class ContactTerms {
    /** Shorter words would find half of the regions. */
    private static final int LEAST_LETTERS = 3;

    private static final int DEEPEST = 3;

    private final JdbcClient jdbc;
    private final FieldStore fields;
    private final LoadRules rules;
    private final JsonMapper json;

    ContactTerms(JdbcClient jdbc, FieldStore fields, LoadRules rules, JsonMapper json) {
        this.jdbc = jdbc;
        this.fields = fields;
        this.rules = rules;
        this.json = json;
    }

    /**
     * A filter with what it names.
     *
     * @param filters the filter, and that of its segment where its group is one
     * @param group the group made by hand that it is about
     * @param groupSize how many are in that group
     * @param gone its group is no more: nobody is meant
     */
    record Terms(
            List<ContactFilter> filters,
            @Nullable GroupId group,
            long groupSize,
            boolean gone,
            Map<String, FieldKind> own,
            Where.Today today,
            Map<String, Named> words) {}

    /** What a word of the search names, besides people. */
    record Named(List<String> networks, List<String> regions, List<Long> groups) {
        boolean nothing() {
            return networks.isEmpty() && regions.isEmpty() && groups.isEmpty();
        }
    }

    private record GroupRow(long contacts, @Nullable String filter) {
        static final GroupRow NONE = new GroupRow(0, null);
        static final GroupRow GONE = new GroupRow(-1, null);
    }

    Terms of(AccountId account, ContactFilter filter) {
        List<ContactFilter> filters = new ArrayList<>();
        ContactFilter next = filter;
        GroupRow row = GroupRow.NONE;
        // A segment may be one of a group; what goes in a circle means nobody.
        for (int level = 0; next != null; level++) {
            filters.add(next);
            GroupId group = next.group();
            row = group == null ? GroupRow.NONE : group(account, group).orElse(GroupRow.GONE);
            next = row.filter() == null ? null : json.readValue(row.filter(), ContactFilter.class);
            if (level == DEEPEST) {
                row = GroupRow.GONE;
                break;
            }
        }
        return new Terms(
                filters,
                filters.getLast().group(),
                row.contacts(),
                row.equals(GroupRow.GONE),
                own(account, filters),
                rules.days(account),
                words(account, filters));
    }

    private Optional<GroupRow> group(AccountId account, GroupId id) {
        return jdbc.sql("SELECT contacts, filter FROM contacts.group_ WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query((row, _) -> new GroupRow(row.getLong("contacts"), row.getString("filter")))
                .optional();
    }

    private Map<String, FieldKind> own(AccountId account, List<ContactFilter> filters) {
        Map<String, FieldKind> own = new HashMap<>();
        boolean asked = filters.stream()
                .flatMap(filter -> filter.rule().every())
                .anyMatch(condition -> ContactPlaces.ofOwn(condition.field()));
        if (asked) {
            for (FieldStore.Row row : fields.list(account)) {
                if (row.kind() != null) {
                    own.put(row.key(), row.kind());
                }
            }
        }
        return own;
    }

    private Map<String, Named> words(AccountId account, List<ContactFilter> filters) {
        List<String> words = filters.stream()
                .filter(filter -> filter.digits().isEmpty())
                .flatMap(filter -> SearchWords.of(filter.search()).stream())
                .filter(word -> word.length() >= LEAST_LETTERS)
                .toList();
        Map<String, Named> named = new HashMap<>();
        if (words.isEmpty()) {
            return named;
        }
        List<String[]> names = names(account);
        for (String word : words) {
            Named found = new Named(
                    codes(names, "operator", word),
                    codes(names, "region", word),
                    codes(names, "group", word).stream().map(Long::valueOf).toList());
            if (!found.nothing()) {
                named.put(word, found);
            }
        }
        return named;
    }

    private static List<String> codes(List<String[]> names, String kind, String word) {
        return names.stream()
                .filter(name -> name[0].equals(kind))
                .filter(name -> SearchWords.of(name[2]).stream().anyMatch(it -> it.startsWith(word)))
                .map(name -> name[1])
                .toList();
    }

    /** What has a name in the account: kind, code, name. */
    private List<String[]> names(AccountId account) {
        return Stream.concat(
                        jdbc
                                .sql("SELECT kind, code, name FROM contacts.seen_origin WHERE account = :account"
                                        + " LIMIT 1000")
                                .param("account", account.value())
                                .query((row, _) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                                .list()
                                .stream(),
                        jdbc
                                .sql("SELECT id, name FROM contacts.group_ WHERE account = :account AND filter IS"
                                        + " NULL LIMIT 1000")
                                .param("account", account.value())
                                .query((row, _) -> new String[] {"group", row.getString(1), row.getString(2)})
                                .list()
                                .stream())
                .toList();
    }
}
