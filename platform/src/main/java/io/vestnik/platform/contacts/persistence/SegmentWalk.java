package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Walks the people of segments, and of groups beside them, by phone. A step looks at so many people of the account and hands out those
 * that belong: it costs the same wherever it stands, and however few belong.
 */
@Component
class SegmentWalk {
    private final JdbcClient jdbc;
    private final ContactTerms terms;

    SegmentWalk(JdbcClient jdbc, ContactTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    private record Window(@Nullable String last, long people) {}

    Slice<Recipient> members(
            AccountId account, Collection<GroupId> groups, WantedFields wanted, @Nullable String after, int limit) {
        String from = after == null ? "" : after;
        Window window = jdbc.sql("""
            SELECT max(phone), count(*)
              FROM (SELECT phone FROM contacts.contact
                     WHERE account = :account AND phone > :after ORDER BY phone LIMIT :limit) w\
            """)
                .param("account", account.value())
                .param("after", from)
                .param("limit", limit)
                .query((row, _) -> new Window(row.getString(1), row.getLong(2)))
                .single();
        if (window.last() == null) {
            return new Slice<>(List.of(), null);
        }
        List<Recipient> people = among(account, groups, wanted.sql(), "c.phone > :after AND c.phone <= :last")
                .param("after", from)
                .param("last", window.last())
                .query(wanted::read)
                .list();
        return new Slice<>(people, window.people() < limit ? null : window.last());
    }

    /** Which of these phones belong. */
    Set<String> among(AccountId account, Collection<GroupId> groups, Collection<String> phones) {
        return new HashSet<>(among(account, groups, "c.phone", "c.phone = ANY(:phones)")
                .param("phones", phones.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** Reads of the people in any of the groups and segments those within some bounds, by phone. */
    private JdbcClient.StatementSpec among(
            AccountId account, Collection<GroupId> groups, String columns, String bounds) {
        List<ContactQuery> queries = new ArrayList<>();
        for (GroupId group : groups) {
            ContactTerms.Terms meant = terms.of(account, new ContactFilter("", group, null, null));
            queries.add(new ContactQuery(account, meant, true, "s" + queries.size() + "q"));
        }
        List<String> ways =
                queries.stream().map(query -> "(true" + query.which() + ")").toList();
        String beside = queries.stream()
                .map(ContactQuery::beside)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        var statement = jdbc.sql("SELECT " + columns + " FROM contacts.contact c" + beside
                + " WHERE c.account = :account AND " + bounds + " AND (" + String.join(" OR ", ways)
                + ") ORDER BY c.phone");
        queries.forEach(query -> query.on(statement));
        return statement;
    }
}
