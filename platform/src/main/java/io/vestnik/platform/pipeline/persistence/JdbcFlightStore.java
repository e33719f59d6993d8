package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.Claimed;
import io.vestnik.platform.pipeline.domain.FlightStore;
import io.vestnik.platform.pipeline.domain.Settled;
import io.vestnik.platform.pipeline.domain.Share;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the node sends what it claimed, whosever it is")
class JdbcFlightStore implements FlightStore {
    private static final RowMapper<Long> ID = (row, _) -> row.getLong(1);

    private final JdbcClient jdbc;

    JdbcFlightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> next(int lane, long after, int limit) {
        return jdbc.sql("SELECT id FROM pipeline.queue WHERE lane = :lane AND id > :after ORDER BY id LIMIT :limit")
                .param("lane", lane)
                .param("after", after)
                .param("limit", limit)
                .query(ID)
                .list();
    }

    @Override
    public List<Claimed> claim(int lane, By by, List<Long> ids, List<Share> shares) {
        // Which connection carries which message is decided here, by runs of ids: the rows are right from the first
        // moment, and nothing has to be written when the connection writes.
        return jdbc.sql("""
                        WITH taken AS (
                          DELETE FROM pipeline.queue WHERE lane = :lane AND id = ANY(:ids::bigint[])
                          RETURNING id, tries),
                        due AS (
                          SELECT t.tries, m.*, (:binds::smallint[])[width_bucket(m.id, :froms::bigint[])] AS bind
                            FROM taken t
                           CROSS JOIN LATERAL (
                             SELECT id, sender, recipient, body, body_id, encoding, parts, valid_until
                               FROM pipeline.message
                              WHERE id = t.id AND id BETWEEN :lowest AND :highest AND state < :sent OFFSET 0) m),
                        flown AS (
                          INSERT INTO pipeline.in_flight (message, part, lane, route, bind, node, tries, recipient, claimed_at)
                          SELECT id, generate_series(CASE WHEN :whole AND parts > 1 THEN 0 ELSE 1 END,
                                                     CASE WHEN :whole AND parts > 1 THEN 0 ELSE parts END),
                                 :lane, :route, bind, :node, tries, recipient, clock_timestamp()
                            FROM due)
                        SELECT id, sender, recipient, encoding, parts, valid_until, tries, bind,
                               coalesce(body, (SELECT text FROM pipeline.body b WHERE b.id = due.body_id)) AS body
                          FROM due ORDER BY id""")
                .param("lane", lane)
                .param("route", by.route().value())
                .param("node", by.node())
                .param("whole", by.whole())
                .param("sent", MessageState.SENT.number())
                .param(
                        "binds",
                        shares.stream().map(share -> (short) share.bind()).toArray(Short[]::new))
                .param("froms", shares.stream().mapToLong(Share::from).toArray())
                .params(Range.of(ids))
                .query((row, _) -> new Claimed(
                        new Outgoing(
                                new MessageId(row.getLong("id")),
                                row.getString("sender"),
                                row.getString("recipient"),
                                body(row.getString("body"), row.getInt("encoding")),
                                row.getInt("parts"),
                                Times.instant(row, "valid_until"),
                                row.getInt("tries"),
                                row.getInt("bind")),
                        lane))
                .list();
    }

    /** Of a person who was forgotten meanwhile nothing is kept. */
    private static Body body(@Nullable String kept, int encoding) {
        return kept == null ? Body.text("") : Body.of(kept, encoding);
    }

    @Override
    public List<Settled> sent(RouteId route, List<Outcome.Accepted> accepted, Instant now, long settlement) {
        AcceptedColumns columns = new AcceptedColumns();
        accepted.forEach(one -> columns.add(one.message(), one.upstreamIds()));
        List<Long> ids = accepted.stream()
                .map(one -> one.message().id().value())
                .sorted()
                .toList();
        return jdbc.sql("""
                        WITH cleared AS (
                          DELETE FROM pipeline.in_flight WHERE message = ANY(:ids::bigint[])),
                        sent AS (
                          UPDATE pipeline.message m
                             SET state = :sent, sent_at = :now, route = :route,
                                 settle_tx = CASE WHEN (SELECT q.own_on_sent FROM pipeline.quote q WHERE q.id = m.quote)
                                                  THEN :settlement END
                           WHERE m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest
                             AND m.state IN (4, 5, 6)
                          RETURNING m.id, m.account, m.campaign, m.way, m.sender, m.mcc_mnc, m.recipient,
                                    m.reference, m.callback, m.registered, m.parts, m.price,
                                    m.quote, m.settle_tx IS NOT NULL AS own_on_sent, m.created_at,
                                    old.state AS from_state),
                        heard AS (
                          INSERT INTO pipeline.upstream (day, route, upstream_id, message, part, parts, recipient)
                          SELECT :now::date, :route, u.upstream_id, u.message, u.part, u.parts, u.recipient
                            FROM unnest(:u_id::text[], :u_message::bigint[], :u_part::smallint[],
                                        :u_parts::smallint[], :u_recipient::text[])
                              AS u(upstream_id, message, part, parts, recipient)),
                        told AS (
                          INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc,
                                 from_state, to_state, parts, price, charged, recipient, reference, callback, registered)
                          SELECT :now, s.id, s.account, s.campaign, s.way, s.sender, s.mcc_mnc, s.from_state, :sent,
                                 s.parts, s.price, CASE WHEN s.own_on_sent THEN s.price ELSE 0 END,
                                 s.recipient, s.reference, s.callback, s.registered
                            FROM sent s)
                        SELECT account, campaign, way, quote, from_state, :sent AS to_state,
                               count(*) AS messages, sum(parts) AS parts,
                               sum(extract(epoch FROM :now - created_at)) AS seconds
                          FROM sent GROUP BY account, campaign, way, quote, from_state""")
                .params(Range.of(ids))
                .params(columns.all())
                .param("route", route.value())
                .param("now", Times.sql(now))
                .param("settlement", settlement)
                .param("sent", MessageState.SENT.number())
                .query(SettledRow.MAPPER)
                .list();
    }

    @Override
    public void later(List<Outcome.Later> later) {
        Keyed<Outcome.Later> keyed = Keyed.by(later, one -> one.message().id().value());
        jdbc.sql("""
                WITH cleared AS (
                  DELETE FROM pipeline.in_flight
                   WHERE message = ANY(:ids::bigint[])
                     AND tries = (:tries::smallint[])[width_bucket(message, :ids::bigint[])]
                  RETURNING message, lane, tries, (:millis::bigint[])[width_bucket(message, :ids::bigint[])] AS millis)
                INSERT INTO pipeline.waiting (due_at, message, lane, tries)
                SELECT DISTINCT ON (message) clock_timestamp() + make_interval(secs => millis / 1000.0), message, lane,
                       least(tries + 1, 1000) FROM cleared""")
                .param("ids", keyed.array())
                .param("tries", keyed.smalls(one -> one.message().tries()))
                .param("millis", keyed.column(one -> one.after().toMillis()).toArray(Long[]::new))
                .update();
    }

    @Override
    public void requeue(List<Outcome.NotSent> messages) {
        Keyed<Outcome.NotSent> keyed =
                Keyed.by(messages, one -> one.message().id().value());
        jdbc.sql("""
                WITH cleared AS (
                  DELETE FROM pipeline.in_flight
                   WHERE message = ANY(:ids::bigint[]) AND doubt_since IS NULL
                     AND tries = (:tries::smallint[])[width_bucket(message, :ids::bigint[])]
                  RETURNING message, lane, tries)
                INSERT INTO pipeline.queue (lane, id, tries)
                SELECT DISTINCT lane, message, least(tries + 1, 1000) FROM cleared ON CONFLICT DO NOTHING""")
                .param("ids", keyed.array())
                .param("tries", keyed.smalls(one -> one.message().tries()))
                .update();
    }

    @Override
    public void unclaim(int node, List<Long> messages) {
        jdbc.sql("""
                WITH cleared AS (
                  DELETE FROM pipeline.in_flight
                   WHERE message = ANY(:ids::bigint[]) AND node = :node AND doubt_since IS NULL
                  RETURNING message, lane, tries)
                INSERT INTO pipeline.queue (lane, id, tries)
                SELECT DISTINCT lane, message, tries FROM cleared ON CONFLICT DO NOTHING""")
                .param("ids", messages.toArray(Long[]::new))
                .param("node", node)
                .update();
    }

    @Override
    public Woken wakeWaiting(int limit) {
        return jdbc.sql("""
                        WITH taken AS (
                          DELETE FROM pipeline.waiting WHERE ctid = ANY(ARRAY(
                            SELECT ctid FROM pipeline.waiting
                             WHERE due_at <= statement_timestamp() ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED))
                          RETURNING lane, message, tries),
                        queued AS (
                          INSERT INTO pipeline.queue (lane, id, tries) SELECT lane, message, tries FROM taken
                          ON CONFLICT DO NOTHING)
                        SELECT count(*) AS messages,
                               coalesce(array_agg(message) FILTER (WHERE tries = 0), '{}'::bigint[]) AS first
                          FROM taken""")
                .param("limit", limit)
                .query((row, _) -> new Woken(row.getInt("messages"), List.of((Long[])
                        row.getArray("first").getArray())))
                .single();
    }

    @Override
    public void release(List<Long> messages) {
        jdbc.sql("""
                WITH released AS (
                  UPDATE pipeline.message SET state = :queued
                   WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest AND state = :scheduled
                  RETURNING *)
                INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc, from_state,
                       to_state, parts, price, charged, recipient, reference, callback, registered)
                SELECT clock_timestamp(), id, account, campaign, way, sender, mcc_mnc, :scheduled, :queued, parts, price,
                       0, recipient, reference, callback, registered FROM released""")
                .params(Range.of(messages))
                .param("scheduled", MessageState.SCHEDULED.number())
                .param("queued", MessageState.QUEUED.number())
                .update();
    }

    @Override
    public List<Long> withdraw(List<Integer> lanes, int limit) {
        return jdbc.sql("""
                        WITH queued AS (
                          DELETE FROM pipeline.queue WHERE ctid = ANY(ARRAY(
                            SELECT ctid FROM pipeline.queue WHERE lane = ANY(:lanes::integer[])
                             LIMIT :limit FOR UPDATE SKIP LOCKED))
                          RETURNING id),
                        paused AS (
                          DELETE FROM pipeline.waiting WHERE lane = ANY(:lanes::integer[]) RETURNING message)
                        SELECT id FROM queued UNION ALL SELECT message FROM paused""")
                .param("lanes", lanes.toArray(Integer[]::new))
                .param("limit", limit)
                .query(ID)
                .list();
    }

    @Override
    public List<Long> withdrawOverdue(Instant before, int limit) {
        // Lane by lane, so that a long one hides no other. What stands lives as much longer.
        return jdbc.sql("""
                        WITH RECURSIVE busy AS (
                          (SELECT lane FROM pipeline.queue ORDER BY lane LIMIT 1)
                           UNION ALL
                          SELECT (SELECT q.lane FROM pipeline.queue q WHERE q.lane > busy.lane ORDER BY q.lane LIMIT 1)
                            FROM busy WHERE busy.lane IS NOT NULL),
                        overdue AS (
                          SELECT q.lane, q.id
                            FROM busy
                           CROSS JOIN LATERAL (
                             SELECT lane, id FROM pipeline.queue WHERE lane = busy.lane ORDER BY id LIMIT :limit) q
                           WHERE NOT EXISTS (SELECT FROM pipeline.lane l WHERE l.id = busy.lane AND l.paused)
                             AND NOT EXISTS (SELECT FROM pipeline.prolonging p WHERE p.lane = busy.lane)
                             AND (SELECT valid_until FROM pipeline.message m WHERE m.id = q.id) < :before)
                        DELETE FROM pipeline.queue q USING overdue o WHERE q.lane = o.lane AND q.id = o.id
                        RETURNING q.id""")
                .param("before", Times.sql(before))
                .param("limit", limit)
                .query(ID)
                .list();
    }
}
