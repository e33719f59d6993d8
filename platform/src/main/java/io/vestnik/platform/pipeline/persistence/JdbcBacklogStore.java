package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.pipeline.domain.Backlog;
import io.vestnik.platform.pipeline.domain.BacklogStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("it counts, for those who watch")
class JdbcBacklogStore implements BacklogStore {
    private final JdbcClient jdbc;

    JdbcBacklogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Backlog count() {
        Map<Long, Backlog.Queue> queues = new HashMap<>();
        jdbc.sql("""
                SELECT l.route, sum(q.depth) AS depth, min(q.oldest) AS oldest
                  FROM (SELECT lane, count(*) AS depth, min(id) AS oldest FROM pipeline.queue GROUP BY lane) q
                  JOIN pipeline.lane l ON l.id = q.lane
                 GROUP BY l.route""").query(row -> {
            queues.put(row.getLong("route"), new Backlog.Queue(row.getLong("depth"), row.getLong("oldest")));
        });
        return jdbc.sql("""
                        SELECT (SELECT count(DISTINCT message) FROM pipeline.in_flight WHERE NOT closed) AS flying,
                               (SELECT count(DISTINCT message) FROM pipeline.in_flight
                                 WHERE doubt_since IS NOT NULL AND NOT closed) AS doubts,
                               (SELECT count(*) FROM pipeline.waiting) AS waiting,
                               (SELECT count(*) FROM pipeline.parked_receipt WHERE NOT orphan) AS parked""")
                .query((row, _) -> new Backlog(
                        queues,
                        row.getLong("flying"),
                        row.getLong("doubts"),
                        row.getLong("waiting"),
                        row.getLong("parked")))
                .single();
    }
}
