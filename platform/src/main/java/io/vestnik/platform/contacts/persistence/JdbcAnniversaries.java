package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Anniversaries;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnniversaries implements Anniversaries {
    private static final int MOST_AT_ONCE = 10_000;
    private static final int HUNDRED = 100;

    private final JdbcClient jdbc;
    private final ContactTerms terms;
    private final Fields fields;

    JdbcAnniversaries(JdbcClient jdbc, ContactTerms terms, Fields fields) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.fields = fields;
    }

    @Override
    public List<DateField> fields(AccountId account) {
        return fields.shown(account).stream()
                .filter(field -> field.kind() == FieldKind.DATE)
                .map(field -> new DateField(field.key(), field.titleKey()))
                .toList();
    }

    @Override
    public Slice<Celebrant> on(AccountId account, Question question, @Nullable String after, int limit) {
        checked(limit);
        List<Celebrant> people = found(account, question, "c.phone > :after", limit + 1)
                .map(statement -> people(statement.param("after", after == null ? "" : after)))
                .orElse(List.of());
        return Slice.of(people, limit, Celebrant::phone);
    }

    @Override
    public List<Celebrant> among(AccountId account, Question question, Collection<String> phones) {
        checked(Math.max(1, phones.size()));
        return found(account, question, "c.phone = ANY (:phones::text[])", MOST_AT_ONCE)
                .map(statement -> people(statement.param("phones", phones.toArray(String[]::new))))
                .orElse(List.of());
    }

    private static void checked(int people) {
        if (people < 1 || people > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + people);
        }
    }

    private static List<Celebrant> people(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> new Celebrant(row.getString("phone"), ZoneId.of(row.getString("zone"))))
                .list();
    }

    /** The statement that finds them by phone; none where nobody can be meant. */
    private Optional<JdbcClient.StatementSpec> found(AccountId account, Question question, String phones, int most) {
        boolean known = fields(account).stream().anyMatch(field -> field.key().equals(question.field()));
        if (!known || question.groups().isEmpty() || question.days().isEmpty()) {
            return Optional.empty();
        }
        List<ContactQuery> queries = new ArrayList<>();
        for (GroupId group : question.groups()) {
            ContactTerms.Terms meant = terms.of(account, new ContactFilter("", group, null, null));
            queries.add(new ContactQuery(account, meant, true, "s" + queries.size() + "q"));
        }
        String beside = queries.stream()
                .map(ContactQuery::beside)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
        List<String> ways =
                queries.stream().map(query -> "(true" + query.which() + ")").toList();
        String date = column(question.field());
        // The day is asked first: it leaves one of some hundred people, and only of those the groups are looked up.
        var statement = jdbc.sql("SELECT c.phone, c.zone FROM (SELECT * FROM contacts.contact c"
                        + " WHERE c.account = :account AND " + phones
                        + " AND (extract(month FROM " + date + ") * 100 + extract(day FROM " + date
                        + "))::int = ANY(:days) OFFSET 0) c" + beside
                        + " WHERE (" + String.join(" OR ", ways) + ") ORDER BY c.phone LIMIT :most")
                .param("account", account.value())
                .param(
                        "days",
                        question.days().stream()
                                .map(day -> day.getMonthValue() * HUNDRED + day.getDayOfMonth())
                                .toArray(Integer[]::new))
                .param("most", most);
        queries.forEach(query -> query.on(statement));
        return Optional.of(statement);
    }

    /** The field is one of {@link #fields}. */
    private static String column(String field) {
        return ContactPlaces.ofOwn(field) ? "(c.extra ->> '" + field + "')::date" : "c." + field;
    }
}
