package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.DoubtStore;
import io.vestnik.platform.pipeline.domain.Settled;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes hold of messages before their parts in flight, and by their ids: receipts that end the same messages do so too, or each
 * would wait for the other.
 */
@Repository
@AcrossAccounts("what the network left unanswered, whosever it is")
class JdbcDoubtStore implements DoubtStore {
    private static final RowMapper<Long> ID = (row, _) -> row.getLong(1);

    private final JdbcClient jdbc;

    JdbcDoubtStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void requeue(List<Long> messages) {
        jdbc.sql("""
                WITH held AS MATERIALIZED (
                  SELECT id FROM pipeline.message
                   WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest
                   ORDER BY id FOR NO KEY UPDATE),
                cleared AS (
                  DELETE FROM pipeline.in_flight f
                   WHERE f.message = ANY(ARRAY(SELECT id FROM held)) AND f.doubt_since IS NOT NULL AND NOT f.closed
                  RETURNING f.message, f.lane, f.tries),
                whole AS (
                  SELECT DISTINCT message, lane, tries FROM cleared),
                certain AS (
                  UPDATE pipeline.message m SET state = 4
                    FROM whole w
                   WHERE m.id = w.message AND m.id BETWEEN :lowest AND :highest AND m.state = 6
                  RETURNING m.id, m.account, m.campaign, m.way, m.sender, m.mcc_mnc, m.recipient, m.reference,
                            m.callback, m.registered, m.parts, m.price, w.lane, w.tries),
                told AS (
                  INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc,
                         from_state, to_state, parts, price, charged, recipient, reference, callback, registered)
                  SELECT clock_timestamp(), id, account, campaign, way, sender, mcc_mnc, 6, 4, parts, price, 0,
                         recipient, reference, callback, registered
                    FROM certain)
                INSERT INTO pipeline.queue (lane, id, tries)
                SELECT lane, id, least(tries + 1, 1000) FROM certain ON CONFLICT DO NOTHING""").params(Range.of(messages)).update();
    }

    @Override
    public List<Settled> mark(List<Long> messages, Instant now) {
        return jdbc.sql("""
                        WITH held AS MATERIALIZED (
                          SELECT id FROM pipeline.message
                           WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest
                           ORDER BY id FOR NO KEY UPDATE),
                        marked AS (
                          UPDATE pipeline.in_flight f SET doubt_since = clock_timestamp()
                           WHERE f.message = ANY(ARRAY(SELECT id FROM held)) AND f.doubt_since IS NULL
                          RETURNING f.message),
                        doubted AS (
                          UPDATE pipeline.message m SET state = :doubt
                           WHERE m.id = ANY(ARRAY(SELECT message FROM marked)) AND m.id BETWEEN :lowest AND :highest AND m.state IN (4, 5)
                          RETURNING m.id, m.account, m.campaign, m.way, m.sender, m.mcc_mnc, m.recipient,
                                    m.reference, m.callback, m.registered, m.parts, m.price,
                                    m.quote, m.created_at, old.state AS from_state),
                        told AS (
                          INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc,
                                 from_state, to_state, parts, price, charged, recipient, reference, callback, registered)
                          SELECT :now, id, account, campaign, way, sender, mcc_mnc, from_state, :doubt, parts, price, 0,
                                 recipient, reference, callback, registered
                            FROM doubted)
                        SELECT account, campaign, way, quote, from_state, :doubt AS to_state,
                               count(*) AS messages, sum(parts) AS parts,
                               sum(extract(epoch FROM :now - created_at)) AS seconds
                          FROM doubted GROUP BY account, campaign, way, quote, from_state""")
                .params(Range.of(messages))
                .param("now", Times.sql(now))
                .param("doubt", MessageState.IN_DOUBT.number())
                .query(SettledRow.MAPPER)
                .list();
    }

    @Override
    public void know(RouteId route, List<? extends Outcome> answered, Instant now) {
        AcceptedColumns columns = new AcceptedColumns();
        answered.forEach(one -> columns.add(one.message(), one.upstreamIds()));
        if (columns.isEmpty()) {
            return;
        }
        jdbc.sql("""
                WITH known AS MATERIALIZED (
                  SELECT * FROM unnest(:u_id::text[], :u_message::bigint[], :u_part::smallint[], :u_parts::smallint[],
                                       :u_recipient::text[]) AS u(upstream_id, message, part, parts, recipient)),
                cleared AS (
                  DELETE FROM pipeline.in_flight f USING known k WHERE f.message = k.message AND f.part = k.part)
                INSERT INTO pipeline.upstream (day, route, upstream_id, message, part, parts, recipient)
                SELECT :now::date, :route, upstream_id, message, part, parts, recipient FROM known""")
                .params(columns.all())
                .param("route", route.value())
                .param("now", Times.sql(now))
                .update();
    }

    @Override
    public void forgetClosed() {
        jdbc.sql("""
                DELETE FROM pipeline.in_flight
                 WHERE closed AND doubt_since < clock_timestamp() - interval '3 days'""").update();
    }

    @Override
    public List<Integer> flying() {
        // A loose walk over the index: one probe a node, however much is on the air.
        return jdbc.sql("""
                        WITH RECURSIVE flying AS (
                          (SELECT node FROM pipeline.in_flight WHERE doubt_since IS NULL ORDER BY node LIMIT 1)
                           UNION ALL
                          SELECT (SELECT f.node FROM pipeline.in_flight f
                                   WHERE f.doubt_since IS NULL AND f.node > flying.node ORDER BY f.node LIMIT 1)
                            FROM flying WHERE flying.node IS NOT NULL)
                        SELECT node FROM flying WHERE node IS NOT NULL""").query((row, _) -> row.getInt(1)).list();
    }

    @Override
    public List<Long> leftBy(int node, int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT message
                          FROM (SELECT message FROM pipeline.in_flight
                                 WHERE node = :node AND doubt_since IS NULL LIMIT :limit) f""").param("node", node).param("limit", limit).query(ID).list();
    }

    @Override
    public List<Long> unsettled(RouteId route, Duration wait, int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT message
                          FROM (SELECT message FROM pipeline.in_flight
                                 WHERE doubt_since < clock_timestamp() - make_interval(secs => :wait)
                                   AND route = :route AND NOT closed
                                 ORDER BY doubt_since LIMIT :limit) f""")
                .param("wait", wait.toSeconds())
                .param("route", route.value())
                .param("limit", limit)
                .query(ID)
                .list();
    }

    @Override
    public List<Long> unsettledElsewhere(List<Long> routes, Duration wait, int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT message
                          FROM (SELECT message FROM pipeline.in_flight
                                 WHERE doubt_since < clock_timestamp() - make_interval(secs => :wait) AND NOT closed
                                   AND route <> ALL(:routes::bigint[])
                                 ORDER BY doubt_since LIMIT :limit) f""")
                .param("wait", wait.toSeconds())
                .param("routes", routes.toArray(Long[]::new))
                .param("limit", limit)
                .query(ID)
                .list();
    }
}
