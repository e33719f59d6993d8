package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.pipeline.domain.EndStore;
import io.vestnik.platform.pipeline.domain.Ending;
import io.vestnik.platform.pipeline.domain.FoundReceipt;
import io.vestnik.platform.pipeline.domain.Settled;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("the networks and the timers end messages by their ids")
class JdbcEndStore implements EndStore {
    // What ends a message is found by its place among the ids; see Keyed.
    private static final String END = """
            WITH closed AS (
              -- A doubt that nobody settled stays to be found: a late receipt may still tell the truth.
              UPDATE pipeline.in_flight SET closed = true WHERE message = ANY(:unknown::bigint[])),
            cleared AS (
              DELETE FROM pipeline.in_flight WHERE message = ANY(:known::bigint[])),
            ended AS (
              UPDATE pipeline.message m
                 SET state = e.states[width_bucket(m.id, e.ids)],
                     error = nullif(e.errors[e.error_of[width_bucket(m.id, e.ids)]], ''),
                     final_at = to_timestamp(e.times[width_bucket(m.id, e.ids)] / 1000.0),
                     -- A delivery proves that the network took it, though its answer was lost.
                     sent_at = CASE WHEN m.sent_at IS NULL AND e.states[width_bucket(m.id, e.ids)] = 8
                                    THEN to_timestamp(e.times[width_bucket(m.id, e.ids)] / 1000.0)
                                    ELSE m.sent_at END,
                     -- What was charged on sending was settled then.
                     settle_tx = CASE WHEN m.state = 7
                                       AND (SELECT q.own_on_sent FROM pipeline.quote q WHERE q.id = m.quote)
                                      THEN m.settle_tx ELSE :settlement END
                FROM (SELECT :ids::bigint[] AS ids, :states::smallint[] AS states, :errors::text[] AS errors,
                             :error_of::smallint[] AS error_of, :times::bigint[] AS times) e
               WHERE m.id = ANY(e.ids) AND m.id BETWEEN :lowest AND :highest
                 AND (m.state < 5
                      OR m.state < 8 AND e.states[width_bucket(m.id, e.ids)] <> 13
                      OR (m.state = 10 AND m.error = 'unknown'
                          OR m.state = 11 AND m.error = 'lifetime' AND m.sent_at IS NOT NULL)
                         AND e.states[width_bucket(m.id, e.ids)] = 8)
              RETURNING m.id, m.account, m.campaign, m.way, m.sender, m.mcc_mnc, m.recipient,
                        m.reference, m.callback, m.registered, m.parts, m.price, m.quote,
                        (SELECT q.own_on_sent FROM pipeline.quote q WHERE q.id = m.quote) AS own_on_sent,
                        m.error, m.created_at, old.state AS from_state, m.state AS to_state),
            told AS (
              INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc,
                     from_state, to_state, error, parts, price, charged, recipient, reference, callback, registered)
              SELECT clock_timestamp(), x.id, x.account, x.campaign, x.way, x.sender, x.mcc_mnc,
                     x.from_state, x.to_state, x.error, x.parts, x.price,
                     CASE WHEN x.to_state = 8 AND (NOT x.own_on_sent OR x.from_state < 7 OR x.from_state = 10)
                          THEN x.price ELSE 0 END,
                     x.recipient, x.reference, x.callback, x.registered
                FROM ended x)
            SELECT account, campaign, way, quote, from_state, to_state,
                   count(*) AS messages, sum(parts) AS parts,
                   sum(extract(epoch FROM clock_timestamp() - created_at)) AS seconds
              FROM ended GROUP BY account, campaign, way, quote, from_state, to_state""";

    private final JdbcClient jdbc;
    private final PartStore parts;

    JdbcEndStore(JdbcClient jdbc, PartStore parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    @Override
    public List<FoundReceipt> find(List<DeliveryReport> reports) {
        // Networks reuse their ids: the newest whose recipient fits is meant.
        return jdbc.sql("""
                        SELECT r.n, u.message, u.part, u.parts, u.recipient = '' AS erased
                          FROM unnest(:route::bigint[], :upstream_id::text[], :recipient::text[])
                               WITH ORDINALITY AS r(route, upstream_id, recipient, n)
                         CROSS JOIN LATERAL (
                           SELECT message, part, parts, recipient FROM pipeline.upstream
                            WHERE route = r.route AND upstream_id = r.upstream_id
                              AND day >= current_date - 7
                              AND (r.recipient IS NULL OR recipient = r.recipient OR recipient = '')
                            ORDER BY day DESC, message DESC LIMIT 1) u""")
                .params(new ReportColumns(reports).all())
                .query((row, _) -> new FoundReceipt(
                        row.getInt("n") - 1,
                        row.getLong("message"),
                        row.getInt("part"),
                        row.getInt("parts"),
                        row.getBoolean("erased")))
                .list();
    }

    @Override
    public void park(List<DeliveryReport> reports) {
        jdbc.sql("""
                INSERT INTO pipeline.parked_receipt (route, upstream_id, recipient, status, code, at, reference, raw)
                SELECT route, upstream_id, recipient, status, code, to_timestamp(at / 1000.0), reference, raw
                  FROM unnest(:route::bigint[], :upstream_id::text[], :recipient::text[], :status::smallint[],
                              :code::text[], :at::bigint[], :reference::integer[], :raw::bytea[])
                       AS r(route, upstream_id, recipient, status, code, at, reference, raw)""").params(new ReportColumns(reports).all()).update();
    }

    @Override
    public List<Ending> parts(List<FoundReceipt> found, List<DeliveryReport> reports) {
        return parts.note(found, reports);
    }

    @Override
    public List<Settled> end(List<Ending> endings, long settlement) {
        // By id, as all who take hold of several messages do: two in different orders would wait for each other.
        Keyed<Ending> keyed = Keyed.by(endings, Ending::message);
        List<String> errors = keyed.column(JdbcEndStore::error).distinct().toList();
        return jdbc.sql(END)
                .params(Range.of(keyed.ids()))
                .param("unknown", keyed.idsWhere(JdbcEndStore::isUnknown))
                .param("known", keyed.idsWhere(ending -> !isUnknown(ending)))
                .param("states", keyed.smalls(ending -> ending.state().number()))
                .param("errors", errors.toArray(String[]::new))
                .param("error_of", keyed.smalls(ending -> errors.indexOf(error(ending)) + 1))
                .param(
                        "times",
                        keyed.column(ending -> ending.at().toEpochMilli()).toArray(Long[]::new))
                .param("settlement", settlement)
                .query(SettledRow.MAPPER)
                .list();
    }

    private static boolean isUnknown(Ending ending) {
        return error(ending).equals("unknown");
    }

    private static String error(Ending ending) {
        return Objects.requireNonNullElse(ending.error(), "");
    }

    @Override
    public Slice overdue(long after, long to, Instant before, int limit) {
        return jdbc.sql("""
                        SELECT coalesce(max(id), 0) AS last, count(*) AS rows,
                               coalesce(min(id) FILTER (WHERE state < 8), 0) AS first_open,
                               coalesce(array_agg(id) FILTER (WHERE state = 7 AND valid_until < :before),
                                        '{}'::bigint[]) AS overdue
                          FROM (SELECT id, state, valid_until FROM pipeline.message
                                 WHERE id BETWEEN :after + 1 AND :highest ORDER BY id LIMIT :limit) s""")
                .param("after", after)
                .param("highest", to)
                .param("before", Times.sql(before))
                .param("limit", limit)
                .query((row, _) -> new Slice(
                        row.getLong("last"), row.getLong("rows") == limit, row.getLong("first_open"), List.of((Long[])
                                row.getArray("overdue").getArray())))
                .single();
    }
}
