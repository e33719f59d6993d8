package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.pipeline.domain.Backlog;
import io.vestnik.platform.pipeline.domain.BacklogStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("it counts, for those who watch")
class JdbcBacklogStore implements BacklogStore {
    /** A lane is counted so far. */
    private static final int MOST = 100_000;

    private final JdbcClient jdbc;

    JdbcBacklogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Backlog count() {
        Map<Long, Backlog.Queue> queues = new HashMap<>();
        AtomicLong singles = new AtomicLong();
        AtomicLong deepest = new AtomicLong();
        jdbc.sql("""
                WITH RECURSIVE busy AS (
                  (SELECT lane FROM pipeline.queue ORDER BY lane LIMIT 1)
                   UNION ALL
                  SELECT (SELECT q.lane FROM pipeline.queue q WHERE q.lane > busy.lane ORDER BY q.lane LIMIT 1)
                    FROM busy WHERE busy.lane IS NOT NULL)
                SELECT l.route, sum(q.depth) AS depth, min(q.oldest) AS oldest,
                       sum(q.depth) FILTER (WHERE l.campaign = 0) AS singles,
                       max(q.depth) FILTER (WHERE l.campaign = 0) AS deepest
                  FROM busy
                  JOIN pipeline.lane l ON l.id = busy.lane
                 CROSS JOIN LATERAL (
                   SELECT count(*) AS depth, min(id) AS oldest
                     FROM (SELECT id FROM pipeline.queue WHERE lane = busy.lane ORDER BY id LIMIT :most) first_ones) q
                 GROUP BY l.route""").param("most", MOST).query(row -> {
            queues.put(row.getLong("route"), new Backlog.Queue(row.getLong("depth"), row.getLong("oldest")));
            singles.addAndGet(row.getLong("singles"));
            deepest.accumulateAndGet(row.getLong("deepest"), Math::max);
        });
        long counted = queues.values().stream().mapToLong(Backlog.Queue::depth).sum();
        return jdbc.sql("""
                        SELECT (SELECT reltuples::bigint FROM pg_class WHERE oid = 'pipeline.queue'::regclass) AS about,
                               (SELECT count(DISTINCT message) FROM pipeline.in_flight WHERE NOT closed) AS flying,
                               (SELECT count(DISTINCT message) FROM pipeline.in_flight
                                 WHERE doubt_since IS NOT NULL AND NOT closed) AS doubts,
                               (SELECT count(*) FROM pipeline.waiting) AS waiting,
                               (SELECT count(*) FROM pipeline.parked_receipt WHERE NOT orphan) AS parked""")
                .query((row, _) -> new Backlog(
                        Math.max(row.getLong("about"), counted),
                        // Statistics lag behind: they are asked only where counting stopped before the end.
                        deepest.get() < MOST
                                ? singles.get()
                                : Math.max(row.getLong("about") - counted + singles.get(), singles.get()),
                        queues,
                        row.getLong("flying"),
                        row.getLong("doubts"),
                        row.getLong("waiting"),
                        row.getLong("parked")))
                .single();
    }
}
