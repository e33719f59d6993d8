package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.LoadStore;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcLoadStore implements LoadStore {
    private static final TypeReference<Map<Integer, String>> COLUMNS = new TypeReference<>() {};
    private static final int MOST_HEADERS = 200;

    private static final Map<String, Where.Place> PLACES = Map.of(
            "started", new Where.Place("l.started_at", Where.Kind.MOMENT),
            "source", new Where.Place("l.source", Where.Kind.TEXT));

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcLoadStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void start(AccountId account, JobId job, String source, GroupId group, String name) {
        jdbc.sql("""
            INSERT INTO contacts.load (account, job, source, group_id, group_name, state, started_at)
            VALUES (:account, :job, :source, :group, :name, :state, :started)\
            """)
                .param("account", account.value())
                .param("job", job.value())
                .param("source", source)
                .param("group", group.value())
                .param("name", name)
                .param("state", code(Job.State.RUNNING))
                .param("started", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void end(AccountId account, JobId job, Job.State state, LoadResult result, @Nullable String message) {
        jdbc.sql("""
            UPDATE contacts.load
               SET state = :state, result = :result, message = :message, ended_at = :now
             WHERE account = :account AND job = :job\
            """)
                .param("account", account.value())
                .param("job", job.value())
                .param("state", code(state))
                .param("result", json.writeValueAsString(result))
                .param("message", message)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void commitLazily(AccountId account) {
        jdbc.sql("SELECT set_config('synchronous_commit', 'off', true)")
                .query(String.class)
                .single();
    }

    @Override
    public Optional<Line> find(AccountId account, JobId job) {
        return jdbc.sql("SELECT * FROM contacts.load l WHERE l.account = :account AND l.job = :job")
                .param("account", account.value())
                .param("job", job.value())
                .query(this::line)
                .optional();
    }

    @Override
    public Slice<Line> list(
            AccountId account,
            Job.@Nullable State state,
            List<Condition> conditions,
            @Nullable String after,
            int limit) {
        Where where = Where.all(conditions, PLACES);
        // Jobs are numbered in the order in which they begin, so the number is the cursor.
        StatementSpec statement = jdbc.sql("SELECT * FROM contacts.load l WHERE l.account = :account"
                        + (state == null ? "" : " AND l.state = :state")
                        + where.sql()
                        + " AND l.job < :after ORDER BY l.job DESC LIMIT :limit")
                .param("account", account.value())
                .param("after", after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE)
                .param("limit", limit + 1);
        if (state != null) {
            statement.param("state", code(state));
        }
        return Slice.of(
                where.on(statement).query(this::line).list(),
                limit,
                line -> line.job().toString());
    }

    @Override
    public Optional<Header> header(AccountId account, String signature) {
        return jdbc.sql("""
            SELECT columns, group_id FROM contacts.load_header
             WHERE account = :account AND signature = :signature\
            """)
                .param("account", account.value())
                .param("signature", signature)
                .query((row, _) -> new Header(json.readValue(row.getString("columns"), COLUMNS), group(row)))
                .optional();
    }

    @Override
    public void rememberHeader(AccountId account, String signature, Header known, Instant now) {
        jdbc.sql("""
            INSERT INTO contacts.load_header (account, signature, columns, group_id, used_at)
            VALUES (:account, :signature, :columns, :group, :now)
            ON CONFLICT (account, signature)
            DO UPDATE SET columns = excluded.columns, group_id = excluded.group_id, used_at = excluded.used_at\
            """)
                .param("account", account.value())
                .param("signature", signature)
                .param("columns", json.writeValueAsString(known.columns()))
                .param("group", known.group() == null ? null : known.group().value(), Types.BIGINT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
            DELETE FROM contacts.load_header
             WHERE account = :account AND signature IN (
               SELECT signature FROM contacts.load_header
                WHERE account = :account ORDER BY used_at DESC OFFSET :most)\
            """)
                .param("account", account.value())
                .param("most", MOST_HEADERS)
                .update();
    }

    @Override
    @AcrossAccounts("loads go by their age")
    public int forgetEnded(Instant before, int most) {
        return jdbc.sql("""
            DELETE FROM contacts.load l
             USING (SELECT account, job FROM contacts.load
                     WHERE ended_at < :before ORDER BY ended_at LIMIT :most FOR UPDATE SKIP LOCKED) old
             WHERE l.account = old.account AND l.job = old.job\
            """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        String result = row.getString("result");
        return new Line(
                new JobId(row.getLong("job")),
                row.getString("source"),
                new GroupId(row.getLong("group_id")),
                row.getString("group_name"),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                result == null ? null : json.readValue(result, LoadResult.class),
                row.getString("message"));
    }

    private static @Nullable GroupId group(ResultSet row) throws SQLException {
        long group = row.getLong("group_id");
        return row.wasNull() ? null : new GroupId(group);
    }

    private static String code(Job.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
