package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.domain.RecallStore;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecallStore implements RecallStore {
    private final JdbcClient jdbc;

    JdbcRecallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> withdraw(AccountId account, List<Long> messages) {
        // The row of the queue decides, as it does for a claim: whoever deletes it has the message. Row by row through
        // the key, since the queue may be millions long.
        return jdbc.sql("""
                        WITH mine AS MATERIALIZED (
                          SELECT m.id, l.id AS lane
                            FROM pipeline.message m
                            JOIN pipeline.lane l ON l.account = m.account AND l.campaign = coalesce(m.campaign, 0)
                           WHERE m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest
                             AND m.account = :account AND m.state <= :queued),
                        queued AS (
                          DELETE FROM pipeline.queue WHERE ctid = ANY(ARRAY(
                            SELECT q.ctid
                              FROM mine
                             CROSS JOIN LATERAL (
                               SELECT ctid FROM pipeline.queue WHERE lane = mine.lane AND id = mine.id
                                  FOR UPDATE SKIP LOCKED OFFSET 0) q))
                          RETURNING id),
                        paused AS (
                          DELETE FROM pipeline.waiting w USING mine
                           WHERE w.message = mine.id AND w.lane = mine.lane RETURNING w.message)
                        SELECT id FROM queued UNION SELECT message FROM paused ORDER BY 1""")
                .params(Range.of(messages))
                .param("account", account.value())
                .param("queued", MessageState.QUEUED.number())
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
