package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.Sent;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.SilentStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("networks are asked for messages, whosever they are")
class JdbcSilentStore implements SilentStore {
    /** Rows of one look: some milliseconds. */
    private static final int ROWS = 20_000;

    private final JdbcClient jdbc;

    JdbcSilentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stretch silent(RouteId route, long after, long to, Instant before, int most) {
        return jdbc.sql("""
                        WITH looked AS MATERIALIZED (
                          SELECT id, state, route, sent_at FROM pipeline.message
                           WHERE id > :after AND id <= :to ORDER BY id LIMIT :rows),
                        silent AS MATERIALIZED (
                          SELECT id FROM looked
                           WHERE state = :sent AND route = :route AND sent_at < :before ORDER BY id LIMIT :most),
                        ends AS (
                          SELECT CASE WHEN (SELECT count(*) FROM silent) = :most THEN (SELECT max(id) FROM silent)
                                      WHEN (SELECT count(*) FROM looked) = :rows THEN (SELECT max(id) FROM looked)
                                      ELSE greatest(:after, :to) END AS last)
                        SELECT ARRAY(SELECT id FROM silent) AS messages, last,
                               (SELECT coalesce(min(id), 0) FROM looked WHERE state <= :sent AND id <= last) AS first_open
                          FROM ends""")
                .param("route", route.value())
                .param("after", after)
                .param("to", to)
                .param("before", Times.sql(before))
                .param("rows", ROWS)
                .param("most", most)
                .param("sent", MessageState.SENT.number())
                .query((row, _) -> new Stretch(
                        List.of((Long[]) row.getArray("messages").getArray()),
                        row.getLong("last"),
                        row.getLong("first_open")))
                .single();
    }

    @Override
    public List<Sent> parts(RouteId route, List<Long> messages) {
        // The range finds the pages of the networks' ids, which lie nearly in the order of messages.
        return jdbc.sql("""
                        SELECT u.upstream_id, m.sender, m.recipient
                          FROM pipeline.upstream u
                          JOIN pipeline.message m ON m.id = u.message AND m.id BETWEEN :lowest AND :highest
                         WHERE u.message BETWEEN :lowest AND :highest AND u.message = ANY(:ids::bigint[]) AND u.route = :route
                           AND NOT EXISTS (SELECT FROM pipeline.part p WHERE p.message = u.message AND p.part = u.part)
                         ORDER BY u.message, u.part""")
                .params(Range.of(messages))
                .param("route", route.value())
                .query((row, _) ->
                        new Sent(row.getString("upstream_id"), row.getString("sender"), row.getString("recipient")))
                .list();
    }
}
