package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.SearchWords;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A filter as the end of a statement: from which tables, and which rows of them. */
final class ContactQuery {
    private static final int WHOLE_NUMBER = 10;

    /** What people may set conditions on. */
    private static final Map<String, Where.Place> PLACES = Map.of(
            "name", new Where.Place("c.name", Where.Kind.TEXT),
            "surname", new Where.Place("c.surname", Where.Kind.TEXT),
            "patronymic", new Where.Place("c.patronymic", Where.Kind.TEXT),
            "phone", new Where.Place("c.phone", Where.Kind.TEXT),
            "email", new Where.Place("c.email", Where.Kind.TEXT),
            "comment", new Where.Place("c.comment", Where.Kind.TEXT),
            "sex", new Where.Place("c.sex", Where.Kind.TEXT),
            "birthday", new Where.Place("c.birthday", Where.Kind.DAY),
            "created", new Where.Place("c.created_at", Where.Kind.MOMENT));

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    ContactQuery(AccountId account, ContactFilter filter) {
        parameters.put("account", account.value());
        if (filter.group() == null) {
            sql.append(" FROM contacts.contact c WHERE c.account = :account");
        } else {
            sql.append("""
                     FROM contacts.group_ g
                     JOIN contacts.membership m ON m.account = g.account AND m.group_id = g.id
                     JOIN contacts.contact c ON c.account = m.account AND c.phone = m.phone
                    WHERE g.account = :account AND g.id = :group""");
            parameters.put("group", filter.group().value());
        }
        if (filter.operator() != null) {
            and("c.mcc_mnc = :operator", "operator", filter.operator());
        }
        if (filter.region() != null) {
            and("c.region = :region", "region", filter.region());
        }
        search(account, filter);
        Where where = Where.all(filter.conditions(), PLACES);
        sql.append(where.sql());
        parameters.putAll(where.values());
    }

    private void search(AccountId account, ContactFilter filter) {
        String digits = filter.digits();
        if (!digits.isEmpty()) {
            phone(digits);
            return;
        }
        List<String> words = SearchWords.of(filter.search());
        if (!words.isEmpty()) {
            // The words are letters and digits only, so that none can step out of its quotes.
            String query = words.stream()
                    .map(word -> "'" + SearchWords.key(account, word) + "':*")
                    .collect(Collectors.joining(" & "));
            and("array_to_tsvector(string_to_array(c.words, ' ')) @@ :words::tsquery", "words", query);
        } else if (!filter.search().isEmpty()) {
            sql.append(" AND false");
        }
    }

    /** Whoever types eight in front means seven; ten digits and more are a number from its beginning. */
    private void phone(String digits) {
        String international = digits.startsWith("8") && digits.length() > 1 ? "7" + digits.substring(1) : digits;
        String start = digits.length() >= WHOLE_NUMBER ? "" : "%";
        String anywhere = "(c.phone LIKE :typed OR c.phone LIKE :international OR c.phone LIKE :national)";
        and(anywhere, "typed", start + digits + "%");
        parameters.put("international", start + international + "%");
        parameters.put("national", digits.length() == WHOLE_NUMBER ? "7" + digits : start + digits + "%");
    }

    void after(boolean byPhone, String cursor) {
        if (byPhone) {
            and("m.phone > :cursor", "cursor", cursor);
        } else {
            and("c.id < :cursor", "cursor", number(cursor));
        }
    }

    /** A cursor comes from an address: one that is spoilt finds nothing. */
    private static long number(String cursor) {
        return cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : 0;
    }

    private void and(String condition, String name, Object value) {
        sql.append(" AND ").append(condition);
        parameters.put(name, value);
    }

    String from() {
        return sql.toString();
    }

    StatementSpec on(StatementSpec statement) {
        parameters.forEach(statement::param);
        return statement;
    }
}
