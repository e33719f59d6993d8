package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.StatusStore;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.FactCursors;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the operator looks at the whole path")
class JdbcStatusStore implements StatusStore {
    private static final int MOST_LANES = 500;
    private static final int MOST_BEHIND = 10_000;
    private static final int MOST_FAILED = 50_000;

    private final JdbcClient jdbc;

    JdbcStatusStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LaneLoad> lanes(int limit) {
        // From one lane to the next by the index: a million messages of one lane are not read to find the second.
        return jdbc.sql("""
                        WITH RECURSIVE busy AS (
                          (SELECT lane, 1 AS n FROM pipeline.queue ORDER BY lane LIMIT 1)
                          UNION ALL
                          SELECT (SELECT q.lane FROM pipeline.queue q WHERE q.lane > busy.lane ORDER BY q.lane LIMIT 1), n + 1
                            FROM busy WHERE busy.lane IS NOT NULL AND n < :lanes)
                        SELECT l.route, l.priority, l.account, l.campaign,
                               bool_and(l.paused OR coalesce(l.closes_at <= clock_timestamp(), false)) AS paused,
                               sum(f.depth) AS depth, min(f.oldest) AS oldest
                          FROM busy
                          JOIN pipeline.lane l ON l.id = busy.lane
                         CROSS JOIN LATERAL (
                           SELECT count(*) AS depth, min(id) AS oldest
                             FROM (SELECT id FROM pipeline.queue WHERE lane = l.id ORDER BY id LIMIT :most) q) f
                         GROUP BY l.route, l.priority, l.account, l.campaign
                         ORDER BY depth DESC, oldest LIMIT :limit""")
                .param("lanes", MOST_LANES)
                .param("most", MOST)
                .param("limit", limit)
                .query((row, _) -> new LaneLoad(
                        new RouteId(row.getLong("route")),
                        row.getInt("priority"),
                        new AccountId(row.getLong("account")),
                        row.getLong("campaign"),
                        row.getBoolean("paused"),
                        row.getLong("depth"),
                        row.getLong("oldest")))
                .list();
    }

    @Override
    public Sizes sizes() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM (SELECT FROM pipeline.queue LIMIT :most) q) AS queue,
                               (SELECT count(*) FROM (SELECT FROM pipeline.waiting LIMIT :most) w) AS waiting,
                               (SELECT count(*) FROM (SELECT FROM pipeline.in_flight WHERE NOT closed LIMIT :most) f) AS flying,
                               (SELECT count(*) FROM (SELECT FROM pipeline.parked_receipt WHERE NOT orphan LIMIT :most) p)
                                 AS parked,
                               (SELECT count(*) FROM (SELECT FROM pipeline.parked_receipt WHERE orphan LIMIT :most) o)
                                 AS orphans""")
                .param("most", MOST)
                .query((row, _) -> new Sizes(
                        row.getLong("queue"),
                        row.getLong("waiting"),
                        row.getLong("flying"),
                        row.getLong("parked"),
                        row.getLong("orphans")))
                .single();
    }

    @Override
    public List<Doubtful> doubts() {
        return jdbc.sql("""
                        SELECT route, count(DISTINCT message) AS messages, min(doubt_since) AS oldest
                          FROM (SELECT route, message, doubt_since FROM pipeline.in_flight
                                 WHERE doubt_since IS NOT NULL AND NOT closed LIMIT :most) d
                         GROUP BY route ORDER BY messages DESC""")
                .param("most", MOST)
                .query((row, _) -> new Doubtful(
                        new RouteId(row.getLong("route")), row.getLong("messages"), Times.instant(row, "oldest")))
                .list();
    }

    @Override
    public List<Failure> failures(Instant since, int limit) {
        return jdbc.sql("""
                        WITH failed AS MATERIALIZED (
                          SELECT message, error FROM pipeline.message_event
                           WHERE at > :since AND error IS NOT NULL LIMIT :most)
                        SELECT m.route, f.error, count(*) AS messages
                          FROM failed f LEFT JOIN pipeline.message m ON m.id = f.message
                         GROUP BY m.route, f.error ORDER BY messages DESC LIMIT :limit""")
                .param("since", Times.sql(since))
                .param("most", MOST_FAILED)
                .param("limit", limit)
                .query((row, _) -> {
                    long route = row.getLong("route");
                    return new Failure(
                            route == 0 ? null : new RouteId(route), row.getString("error"), row.getLong("messages"));
                })
                .list();
    }

    @Override
    public List<NodeRun> nodes() {
        return jdbc.sql("SELECT number, holder, host, version, started_at FROM pipeline.node ORDER BY number")
                .query((row, _) -> new NodeRun(
                        row.getInt("number"),
                        row.getString("holder"),
                        row.getString("host"),
                        row.getString("version"),
                        Times.instant(row, "started_at")))
                .list();
    }

    @Override
    public void started(NodeRun run) {
        jdbc.sql("""
                INSERT INTO pipeline.node (number, holder, host, version, started_at)
                VALUES (:number, :holder, :host, :version, :at)
                ON CONFLICT (number) DO UPDATE
                   SET holder = excluded.holder, host = excluded.host, version = excluded.version,
                       started_at = excluded.started_at""")
                .param("number", run.number())
                .param("holder", run.holder())
                .param("host", run.host())
                .param("version", run.version())
                .param("at", Times.sql(run.startedAt()))
                .update();
    }

    @Override
    public Behind behind(FactCursors.Position position) {
        return jdbc.sql("""
                        SELECT count(*) AS facts, min(at) AS oldest
                          FROM (SELECT at FROM pipeline.message_event
                                 WHERE (xid, seq) > (:xid::text::xid8, :seq) ORDER BY xid, seq LIMIT :most) e""")
                .param("xid", Long.toString(position.xid()))
                .param("seq", position.seq())
                .param("most", MOST_BEHIND)
                .query((row, _) -> new Behind(row.getLong("facts"), Times.instantOrNull(row, "oldest")))
                .single();
    }

    @Override
    public Map<String, Integer> ahead(Instant now) {
        Map<String, Integer> ahead = new HashMap<>();
        jdbc.sql("""
                SELECT p.relname AS parent,
                       count(*) FILTER (WHERE to_date(substring(c.relname FROM '\\d{8}$'), 'YYYYMMDD') > :today) AS ahead
                  FROM pg_inherits i
                  JOIN pg_class p ON p.oid = i.inhparent AND p.relkind = 'p'
                                 AND p.relnamespace = 'pipeline'::regnamespace
                  JOIN pg_class c ON c.oid = i.inhrelid AND c.relname ~ '\\d{8}$' AND c.relkind = 'r'
                 GROUP BY p.relname""").param("today", LocalDate.ofInstant(now, ZoneOffset.UTC)).query(row -> {
            ahead.put(row.getString("parent"), row.getInt("ahead"));
        });
        return ahead;
    }
}
