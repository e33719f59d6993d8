package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.Label;
import io.vestnik.platform.contacts.domain.LabelStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("a new plan of numbers labels everybody's contacts; nobody is told of them")
class JdbcLabelStore implements LabelStore {
    private final JdbcClient jdbc;

    JdbcLabelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Label> after(Label.@Nullable Place place, int most) {
        return jdbc.sql("""
                        SELECT account, id, phone, country, mcc_mnc, operator, region, zone
                          FROM contacts.contact
                         WHERE (account, id) > (:account, :id)
                         ORDER BY account, id
                         LIMIT :most""")
                .param("account", place == null ? 0 : place.account().value())
                .param("id", place == null ? 0 : place.contact().value())
                .param("most", most)
                .query(JdbcLabelStore::label)
                .list();
    }

    @Override
    public int write(List<Label> labels) {
        remember(labels);
        // Locked by phone, as loads do, so that none of them waits for the other in a ring.
        var statement = jdbc.sql("""
                        WITH fresh AS (
                          SELECT * FROM unnest(:accounts::bigint[], :ids::bigint[], :phones::text[], :countries::text[],
                                               :networks::text[], :operators::text[], :regions::text[], :zones::text[])
                                        AS n(account, id, phone, country, mcc_mnc, operator, region, zone)
                        ), held AS (
                          SELECT c.account, c.id
                            FROM contacts.contact c JOIN fresh n ON n.account = c.account AND n.id = c.id
                           WHERE c.phone = n.phone
                           ORDER BY c.account, c.phone
                             FOR NO KEY UPDATE OF c
                        )
                        UPDATE contacts.contact c
                           SET country = n.country, mcc_mnc = n.mcc_mnc, operator = n.operator, region = n.region,
                               zone = n.zone
                          FROM fresh n, held h
                         WHERE n.account = h.account AND n.id = h.id AND c.account = h.account AND c.id = h.id
                           AND c.phone = n.phone""")
                .param("accounts", numbers(labels, it -> it.place().account().value()))
                .param("ids", numbers(labels, it -> it.place().contact().value()))
                .param("phones", ContactColumns.texts(labels, Label::phone));
        return ContactColumns.origins(
                        statement, labels.stream().map(Label::origin).toList())
                .update();
    }

    /** The operators and regions of new labels become choices of their accounts' filters. */
    private void remember(List<Label> labels) {
        List<Seen> seen = labels.stream()
                .flatMap(label -> Seen.of(label).stream())
                .distinct()
                .toList();
        jdbc.sql("""
                        INSERT INTO contacts.seen_origin (account, kind, code, name)
                        SELECT n.account, n.kind, n.code, n.name
                          FROM unnest(:accounts::bigint[], :kinds::text[], :codes::text[], :names::text[])
                               AS n(account, kind, code, name)
                         WHERE NOT EXISTS (SELECT FROM contacts.seen_origin s
                                            WHERE s.account = n.account AND s.kind = n.kind AND s.code = n.code)
                         ORDER BY n.account, n.kind, n.code
                        ON CONFLICT DO NOTHING""")
                .param("accounts", numbers(seen, Seen::account))
                .param("kinds", ContactColumns.texts(seen, Seen::kind))
                .param("codes", ContactColumns.texts(seen, Seen::code))
                .param("names", ContactColumns.texts(seen, Seen::name))
                .update();
    }

    private record Seen(long account, String kind, String code, String name) {
        private static List<Seen> of(Label label) {
            long account = label.place().account().value();
            Origin origin = label.origin();
            Seen operator = origin.operator() == null
                    ? null
                    : new Seen(account, "operator", origin.mccMnc(), origin.operator());
            Seen region =
                    origin.region() == null ? null : new Seen(account, "region", origin.region(), origin.region());
            return Stream.of(operator, region).filter(Objects::nonNull).toList();
        }
    }

    private static <T> Long[] numbers(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().map(column::applyAsLong).toArray(Long[]::new);
    }

    private static Label label(ResultSet row, int number) throws SQLException {
        return new Label(
                new Label.Place(new AccountId(row.getLong("account")), new ContactId(row.getLong("id"))),
                row.getString("phone"),
                new Origin(
                        row.getString("country"),
                        row.getString("mcc_mnc"),
                        row.getString("operator"),
                        row.getString("region"),
                        ZoneId.of(row.getString("zone"))));
    }
}
