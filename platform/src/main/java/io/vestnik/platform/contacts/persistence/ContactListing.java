package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactOrder;
import io.vestnik.platform.contacts.persistence.ContactTerms.Terms;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists contacts in an order. Of a large base the next ten thousand in that order are looked at first, one by one: most filters find a
 * page among them. Only when they do not, everything that matches is looked for, as the planner finds best.
 */
@Component
class ContactListing {
    private static final int WINDOW = 10_000;
    private static final String SURNAME = "c.surname COLLATE \"ru-RU-x-icu\"";

    private final JdbcClient jdbc;
    private final ContactTerms terms;

    ContactListing(JdbcClient jdbc, ContactTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    /** A place in a list: whose surname and which id came last; without a surname when those were reached who have none. */
    private record Cursor(@Nullable String surname, long id) {
        /** A cursor comes from an address: one that is spoilt finds nothing. */
        static Cursor read(String written) {
            int end = written.indexOf('.');
            String id = end < 0 ? written : written.substring(0, end);
            return new Cursor(
                    end < 0 ? null : written.substring(end + 1), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        }

        static String of(Contact contact) {
            String surname = contact.person().surname();
            return surname == null ? contact.id().toString() : contact.id() + "." + surname;
        }
    }

    /** A stretch of the order that an index walks: which rows, and how. */
    private record Stretch(String which, String order) {}

    Slice<Contact> list(
            AccountId account, ContactFilter filter, ContactOrder order, @Nullable String after, int limit) {
        Terms meant = terms.of(account, filter);
        List<Contact> rows = new ArrayList<>();
        for (Stretch stretch : stretches(order, after)) {
            if (rows.size() <= limit) {
                rows.addAll(rows(account, meant, stretch, after, limit + 1 - rows.size()));
            }
        }
        return Slice.of(rows, limit, contact -> switch (order.by()) {
            case PHONE -> contact.phone();
            case SURNAME -> Cursor.of(contact);
            case ADDED -> contact.id().toString();
        });
    }

    private static List<Stretch> stretches(ContactOrder order, @Nullable String after) {
        String down = order.descending() ? " DESC" : "";
        String beyond = order.descending() ? " < " : " > ";
        return switch (order.by()) {
            case PHONE ->
                List.of(new Stretch(after == null ? "" : " AND c.phone" + beyond + ":cursor", "c.phone" + down));
            case ADDED -> List.of(new Stretch(after == null ? "" : " AND c.id" + beyond + ":last", "c.id" + down));
            case SURNAME -> {
                boolean named = after == null || Cursor.read(after).surname() != null;
                String from = after == null
                        ? ""
                        : " AND (" + SURNAME + ", c.id)" + beyond + "(:cursor COLLATE \"ru-RU-x-icu\", :last)";
                Stretch first = new Stretch(" AND c.surname IS NOT NULL" + from, SURNAME + down + ", c.id" + down);
                Stretch rest = new Stretch(
                        " AND c.surname IS NULL" + (named ? "" : " AND c.id" + beyond + ":last"), "c.id" + down);
                yield named ? List.of(first, rest) : List.of(rest);
            }
        };
    }

    private List<Contact> rows(AccountId account, Terms meant, Stretch stretch, @Nullable String after, int limit) {
        boolean narrowed = !meant.filters().getFirst().none();
        // Those of a small group are fetched and sorted: walking through everybody would find few of them.
        boolean few = meant.group() != null && meant.groupSize() <= WINDOW;
        if (narrowed && !few && limit < WINDOW) {
            ContactQuery query = new ContactQuery(account, meant, true);
            List<Contact> found = query(
                    query,
                    stretch,
                    "SELECT " + ContactRows.COLUMNS
                            + " FROM (SELECT c.* FROM contacts.contact c WHERE c.account = :account"
                            + stretch.which() + " ORDER BY " + stretch.order() + " LIMIT " + WINDOW + ") c"
                            + query.beside() + " WHERE true" + query.which(),
                    after,
                    limit);
            if (found.size() == limit) {
                return found;
            }
        }
        ContactQuery query = new ContactQuery(account, meant, false);
        // Found first and put in order then: few match, and a walk in the order would look for them through everybody.
        String found = "(SELECT c.*" + query.from() + stretch.which() + (few || narrowed ? " OFFSET 0" : "") + ") c";
        return query(query, stretch, "SELECT " + ContactRows.COLUMNS + " FROM " + found, after, limit);
    }

    private List<Contact> query(ContactQuery query, Stretch stretch, String sql, @Nullable String after, int limit) {
        var statement = query.on(jdbc.sql(sql + " ORDER BY " + stretch.order() + " LIMIT :limit"))
                .param("limit", limit);
        if (after != null && stretch.which().contains(":cursor")) {
            Cursor cursor = Cursor.read(after);
            statement.param("cursor", stretch.which().contains(":last") ? cursor.surname() : after);
        }
        if (after != null && stretch.which().contains(":last")) {
            statement.param("last", Cursor.read(after).id());
        }
        return statement.query(ContactRows::contact).list();
    }

    long count(AccountId account, ContactFilter filter) {
        Terms meant = terms.of(account, filter);
        GroupId group = meant.group();
        if (group != null && filter.wholeGroup()) {
            return meant.groupSize();
        }
        ContactQuery query = new ContactQuery(account, meant, false);
        return query.on(jdbc.sql("SELECT count(*)" + query.from()))
                .query(Long.class)
                .single();
    }

    List<ContactId> ids(AccountId account, ContactFilter filter, long after, int limit) {
        ContactQuery query = new ContactQuery(account, terms.of(account, filter), false);
        return query.on(jdbc.sql("SELECT c.id" + query.from() + " AND c.id > :last ORDER BY c.id LIMIT :limit"))
                .param("last", after)
                .param("limit", limit)
                .query((row, _) -> new ContactId(row.getLong(1)))
                .list();
    }
}
