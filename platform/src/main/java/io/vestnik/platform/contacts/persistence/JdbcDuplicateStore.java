package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.DuplicateStore;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDuplicateStore implements DuplicateStore {
    /** More are no slips of hands: everybody of one firm has its address. */
    private static final int MOST_ALIKE = 100;

    private final JdbcClient jdbc;
    private final ContactTerms terms;

    JdbcDuplicateStore(JdbcClient jdbc, ContactTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    @Override
    public Found find(AccountId account, JobId job, String by, @Nullable GroupId group, Instant now) {
        ContactQuery query =
                new ContactQuery(account, terms.of(account, new ContactFilter("", group, null, null)), false);
        return query.on(jdbc.sql("""
            WITH alike AS (
              SELECT array_agg(id ORDER BY id) AS ids, count(*) AS people
                FROM (SELECT c.id, %s AS key %s) keyed
               WHERE key IS NOT NULL
               GROUP BY key
              HAVING count(*) BETWEEN 2 AND :most),
            kept AS (
              INSERT INTO contacts.duplicate (account, job, place, ids, found_at)
              SELECT :account, :job, row_number() OVER (ORDER BY ids), ids, :now FROM alike)
            SELECT count(*) AS sets, coalesce(sum(people), 0) AS people FROM alike\
            """.formatted(key(by), query.from())))
                .param("job", job.value())
                .param("most", MOST_ALIKE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Found(row.getLong("sets"), row.getLong("people")))
                .single();
    }

    /** What people are alike by; null where they have nothing there. */
    private static String key(String by) {
        if (by.equals(FULL_NAME)) {
            return "CASE WHEN c.surname IS NOT NULL AND c.name IS NOT NULL"
                    + " THEN lower(c.surname) || ' ' || lower(c.name) END";
        }
        if (by.equals("email")) {
            return "lower(c.email)";
        }
        if (ContactPlaces.ofOwn(by)) {
            return "lower(c.extra ->> '" + by + "')";
        }
        throw new IllegalArgumentException("Nobody is alike by " + by);
    }

    @Override
    public List<Alike> sets(AccountId account, JobId job, long after, int limit) {
        return jdbc.sql("""
            SELECT place, ids FROM contacts.duplicate
             WHERE account = :account AND job = :job AND place > :after
             ORDER BY place LIMIT :limit\
            """)
                .param("account", account.value())
                .param("job", job.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Alike(
                        row.getLong("place"),
                        Arrays.stream((Long[]) row.getArray("ids").getArray())
                                .map(ContactId::new)
                                .toList()))
                .list();
    }

    @Override
    @AcrossAccounts("what was found is swept by its age, whosever it is")
    public int forget(Instant before, int most) {
        return jdbc.sql("""
            DELETE FROM contacts.duplicate d
             USING (SELECT account, job, place FROM contacts.duplicate
                     WHERE found_at < :before ORDER BY found_at LIMIT :most) old
             WHERE d.account = old.account AND d.job = old.job AND d.place = old.place\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
