package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Erasures.Erasure;
import io.vestnik.platform.contacts.domain.ErasureStore;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcErasureStore implements ErasureStore {
    private static final String COLUMNS =
            "id, people, stopped, asked_by, asked_at, job, finished_at, rows::text AS rows";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcErasureStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public long begin(AccountId account, Set<String> phones, boolean stopped, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO contacts.erasure (account, phones, people, stopped, asked_by, asked_at)
                        VALUES (:account, :phones, :people, :stopped, :by, :at) RETURNING id""")
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .param("people", phones.size())
                .param("stopped", stopped)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public void started(AccountId account, long id, JobId job) {
        jdbc.sql("UPDATE contacts.erasure SET job = :job WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .param("job", job.value())
                .update();
    }

    @Override
    public Set<String> phones(AccountId account, long id) {
        return jdbc.sql("SELECT unnest(phones) FROM contacts.erasure WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .set();
    }

    @Override
    public Set<String> lock(AccountId account, long id) {
        jdbc.sql("SELECT FROM contacts.erasure WHERE account = :account AND id = :id FOR UPDATE")
                .param("account", account.value())
                .param("id", id)
                .query((_, _) -> id)
                .list();
        return phones(account, id);
    }

    @Override
    public void walked(AccountId account, long id, Map<String, Long> rows, Instant at) {
        jdbc.sql("""
                UPDATE contacts.erasure SET rows = CAST(:rows AS jsonb), walked_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .param("rows", json.writeValueAsString(rows))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    @AcrossAccounts("a timer goes on with what is due, whosever it is")
    public List<Due> due(Instant before, int most) {
        return jdbc.sql("""
                        UPDATE contacts.erasure e SET walked_at = NULL
                          FROM (SELECT account, id FROM contacts.erasure
                                 WHERE walked_at <= :before AND phones IS NOT NULL
                                 ORDER BY walked_at LIMIT :most FOR UPDATE SKIP LOCKED) d
                         WHERE e.account = d.account AND e.id = d.id RETURNING e.account, e.id""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Due(new AccountId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    @Override
    public Optional<Erasure> find(AccountId account, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM contacts.erasure WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query(this::erasure)
                .optional();
    }

    @Override
    public Slice<Erasure> list(AccountId account, @Nullable String cursor, int limit) {
        return Slice.of(
                jdbc.sql("SELECT " + COLUMNS + """
                                 FROM contacts.erasure WHERE account = :account AND id < :before
                                ORDER BY id DESC LIMIT :limit""")
                        .param("account", account.value())
                        .param(
                                "before",
                                cursor == null || !cursor.matches("\\d{1,18}")
                                        ? Long.MAX_VALUE
                                        : Long.parseLong(cursor))
                        .param("limit", limit + 1)
                        .query(this::erasure)
                        .list(),
                limit,
                it -> Long.toString(it.id()));
    }

    @Override
    public void finish(AccountId account, long id, Map<String, Long> rows, Instant at) {
        jdbc.sql("""
                UPDATE contacts.erasure SET phones = NULL, rows = CAST(:rows AS jsonb), finished_at = :at
                 WHERE account = :account AND id = :id""")
                .param("account", account.value())
                .param("id", id)
                .param("rows", json.writeValueAsString(rows))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean stops(AccountId account, Set<String> phones) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM contacts.stop
                                        WHERE account = :account AND phone = ANY(:phones) AND removal IS NULL)""")
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void stopErased(AccountId account, List<byte[]> digests) {
        jdbc.sql("""
                INSERT INTO contacts.erased_stop (account, digest)
                SELECT :account, digest FROM unnest(:digests::bytea[]) AS n(digest) ON CONFLICT DO NOTHING""")
                .param("account", account.value())
                .param("digests", digests.toArray(byte[][]::new))
                .update();
    }

    @Override
    public void stopped(AccountId account, Collection<String> phones) {
        jdbc.sql("""
                UPDATE contacts.erasure SET stopped = true
                 WHERE account = :account AND phones && CAST(:phones AS text[]) AND NOT stopped""")
                .param("account", account.value())
                .param("phones", phones.toArray(String[]::new))
                .update();
    }

    private Erasure erasure(ResultSet row, int number) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        json.readTree(row.getString("rows")).forEachEntry((place, count) -> rows.put(place, count.asLong()));
        long job = row.getLong("job");
        boolean started = !row.wasNull();
        Timestamp finished = row.getTimestamp("finished_at");
        return new Erasure(
                row.getLong("id"),
                row.getInt("people"),
                row.getBoolean("stopped"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                started ? new JobId(job) : null,
                finished == null ? null : finished.toInstant(),
                rows);
    }
}
