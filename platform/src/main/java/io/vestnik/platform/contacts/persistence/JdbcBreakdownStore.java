package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.Breakdown;
import io.vestnik.platform.contacts.domain.Breakdown.Part;
import io.vestnik.platform.contacts.domain.BreakdownStore;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.persistence.ContactTerms.Terms;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBreakdownStore implements BreakdownStore {
    private static final String PLAIN = "''";

    private final JdbcClient jdbc;
    private final ContactTerms terms;

    JdbcBreakdownStore(JdbcClient jdbc, ContactTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    @Override
    public List<Part> count(AccountId account, ContactFilter filter, Breakdown.By by) {
        Terms meant = terms.of(account, filter);
        return switch (by) {
            case OPERATOR ->
                parts(
                        account,
                        meant,
                        "CASE WHEN c.operator IS NULL THEN '' ELSE c.mcc_mnc END",
                        "max(coalesce(c.operator, ''))",
                        Map.of());
            case REGION -> parts(account, meant, "coalesce(c.region, '')", PLAIN, Map.of());
            case SEX -> parts(account, meant, "coalesce(c.sex, '')", PLAIN, Map.of());
            case AGE ->
                parts(account, meant, """
                    CASE WHEN c.birthday IS NULL THEN '' ELSE (ARRAY['0', '18', '25', '35', '45', '55', '65'])[1
                         + width_bucket(extract(year FROM age(:day::date, c.birthday)), ARRAY[18, 25, 35, 45, 55, 65]::numeric[])] END\
                    """, PLAIN, Map.of("day", meant.today().day()));
            case ADDED ->
                parts(
                        account,
                        meant,
                        "to_char(c.created_at AT TIME ZONE :zone, 'YYYY-MM')",
                        PLAIN,
                        Map.of("zone", meant.today().zone().getId()));
        };
    }

    @Override
    public List<Part> countOwn(AccountId account, ContactFilter filter, String key) {
        return parts(account, terms.of(account, filter), "coalesce(c.extra ->> :key, '')", PLAIN, Map.of("key", key));
    }

    private List<Part> parts(
            AccountId account, Terms meant, String value, String name, Map<String, Object> parameters) {
        ContactQuery query = new ContactQuery(account, meant, false);
        var statement = query.on(jdbc.sql("""
            SELECT CASE WHEN place <= :most THEN value ELSE :others END AS value, max(name) AS name, sum(people) AS people
              FROM (SELECT value, name, people, row_number() OVER (ORDER BY people DESC, value) AS place
                      FROM (SELECT %s AS value, %s AS name, count(*) AS people %s GROUP BY 1) counted) placed
             GROUP BY 1 ORDER BY 3 DESC, 1\
            """.formatted(value, name, query.from())))
                .param("most", Breakdown.MOST - 1)
                .param("others", Breakdown.OTHERS);
        parameters.forEach(statement::param);
        return statement
                .query((row, _) -> new Part(row.getString("value"), row.getString("name"), row.getLong("people")))
                .list();
    }
}
