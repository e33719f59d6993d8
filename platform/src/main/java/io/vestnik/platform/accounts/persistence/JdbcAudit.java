package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.AuditTrail;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.store.Where;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAudit implements Audit, AuditTrail {

    /** What people may set conditions on. */
    private static final Map<String, Where.Place> PLACES = Map.of(
            "at", new Where.Place("at", Where.Kind.MOMENT),
            "who", new Where.Place("who", Where.Kind.TEXT),
            "what", new Where.Place("what", Where.Kind.TEXT),
            "object", new Where.Place("object", Where.Kind.TEXT),
            "details", new Where.Place("details::text", Where.Kind.TEXT));

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcAudit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(Who who, String what, String object, Map<String, ?> details) {
        UserId person = who.user();
        jdbc.sql("""
                        INSERT INTO accounts.audit (at, account, person, who, what, object, details)
                        VALUES (:at, :account, :person, :who, :what, :object, CAST(:details AS jsonb))""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", who.account().value())
                .param("person", person == null ? null : person.value(), Types.BIGINT)
                .param("who", who.name())
                .param("what", what)
                .param("object", object)
                .param("details", json.writeValueAsString(details))
                .update();
    }

    @Override
    public Slice<Entry> list(
            AccountId account, String search, List<Condition> conditions, @Nullable String after, int limit) {
        Where where = Where.all(conditions, PLACES);
        return Slice.of(
                where.on(jdbc.sql("""
                                SELECT id, at, who, what, object, details::text AS details FROM accounts.audit
                                 WHERE account = :account AND id < :after
                                   AND (:search = '' OR strpos(lower(who || ' ' || what || ' ' || object), lower(:search)) > 0)
                                """ + where.sql() + " ORDER BY id DESC LIMIT :limit"))
                        .param("account", account.value())
                        .param("after", Cursor.number(after, Long.MAX_VALUE))
                        .param("search", search)
                        .param("limit", limit + 1)
                        .query((row, _) -> new Entry(
                                row.getLong("id"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("who"),
                                row.getString("what"),
                                row.getString("object"),
                                row.getString("details")))
                        .list(),
                limit,
                it -> Long.toString(it.id()));
    }
}
