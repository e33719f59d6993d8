package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.pipeline.domain.FoundReceipt;
import io.vestnik.platform.pipeline.domain.ParkedStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("receipts find messages, whosever they are")
class JdbcParkedStore implements ParkedStore {
    private final JdbcClient jdbc;

    JdbcParkedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Look look(long after, int next, int newest) {
        return jdbc.sql("""
                        WITH walk AS MATERIALIZED (
                          SELECT id FROM pipeline.parked_receipt WHERE NOT orphan AND id > :after ORDER BY id LIMIT :next),
                        newest AS (
                          SELECT id FROM pipeline.parked_receipt WHERE NOT orphan ORDER BY id DESC LIMIT :newest)
                        SELECT ARRAY(SELECT id FROM walk UNION SELECT id FROM newest) AS receipts,
                               CASE WHEN (SELECT count(*) FROM walk) = :next THEN (SELECT max(id) FROM walk) ELSE 0 END AS last""")
                .param("after", after)
                .param("next", next)
                .param("newest", newest)
                .query((row, _) ->
                        new Look(List.of((Long[]) row.getArray("receipts").getArray()), row.getLong("last")))
                .single();
    }

    @Override
    public List<Matched> matched(List<Long> receipts) {
        // Networks reuse their ids: the newest whose recipient fits is meant.
        return jdbc.sql("""
                        SELECT p.id, p.route, p.upstream_id, p.recipient, p.status, p.code, p.at, p.reference, p.raw,
                               u.message, u.part, u.parts, u.recipient = '' AS erased
                          FROM pipeline.parked_receipt p
                         CROSS JOIN LATERAL (
                           SELECT message, part, parts, recipient FROM pipeline.upstream
                            WHERE route = p.route AND upstream_id = p.upstream_id
                              AND day >= current_date - 7
                              AND (p.recipient IS NULL OR recipient = p.recipient OR recipient = '')
                            ORDER BY day DESC, message DESC LIMIT 1) u
                         WHERE p.id = ANY(:receipts::bigint[]) AND NOT p.orphan
                         ORDER BY p.id""")
                .param("receipts", receipts.toArray(Long[]::new))
                .query((row, index) -> new Matched(
                        row.getLong("id"),
                        ReportColumns.read(row),
                        new FoundReceipt(
                                index,
                                row.getLong("message"),
                                row.getInt("part"),
                                row.getInt("parts"),
                                row.getBoolean("erased"))))
                .list();
    }

    @Override
    public List<Fit> fitting(List<Long> receipts) {
        // By the reference where the network sends it back: that is certain, and another's doubt is never meant. Else
        // by
        // route, recipient and time; there one that overtook its own answer shall not settle another's doubt.
        return jdbc.sql("""
                        WITH fit AS (
                          SELECT DISTINCT ON (f.message, f.part) p.id, p.route, p.upstream_id, f.message, f.part
                            FROM pipeline.parked_receipt p
                           CROSS JOIN LATERAL (
                             SELECT message, part FROM pipeline.in_flight
                              WHERE doubt_since IS NOT NULL AND route = p.route AND recipient = p.recipient
                                AND claimed_at < p.received_at
                                AND (p.reference IS NULL OR (message + greatest(part, 1)) & 65535 = p.reference)
                              ORDER BY closed, message, part LIMIT 1) f
                           WHERE p.id = ANY(:receipts::bigint[]) AND NOT p.orphan
                             AND (p.reference IS NOT NULL OR p.received_at < clock_timestamp() - interval '3 seconds')
                           ORDER BY f.message, f.part, p.id)
                        -- The same receipt once more is about the same part.
                        SELECT DISTINCT ON (route, upstream_id) id, message, part FROM fit ORDER BY route, upstream_id, id""")
                .param("receipts", receipts.toArray(Long[]::new))
                .query((row, _) -> new Fit(row.getLong("id"), row.getLong("message"), row.getInt("part")))
                .list();
    }

    @Override
    public void believe(List<Fit> fits, Instant now) {
        jdbc.sql("""
                WITH fit AS MATERIALIZED (
                  SELECT * FROM unnest(:receipts::bigint[], :ids::bigint[], :parts::smallint[]) AS f(receipt, message, part)),
                cleared AS (
                  DELETE FROM pipeline.in_flight f USING fit
                   WHERE f.message = fit.message AND f.part = fit.part AND f.doubt_since IS NOT NULL
                  RETURNING fit.receipt, f.message, f.part, f.recipient)
                INSERT INTO pipeline.upstream (day, route, upstream_id, message, part, parts, recipient)
                SELECT :now::date, p.route, p.upstream_id, m.id, greatest(c.part, 1),
                       -- Part 0 is the whole: its one receipt is all that comes.
                       CASE WHEN c.part = 0 THEN 1 ELSE m.parts END, c.recipient
                  FROM cleared c
                  JOIN pipeline.parked_receipt p ON p.id = c.receipt
                  JOIN pipeline.message m ON m.id = c.message AND m.id BETWEEN :lowest AND :highest""")
                .params(Range.of(fits.stream().map(Fit::message).toList()))
                .param("receipts", fits.stream().map(Fit::receipt).toArray(Long[]::new))
                .param("parts", fits.stream().map(Fit::part).toArray(Integer[]::new))
                .param("now", Times.sql(now))
                .update();
    }

    @Override
    public void forget(List<Long> receipts) {
        jdbc.sql("DELETE FROM pipeline.parked_receipt WHERE id = ANY(:ids::bigint[])")
                .param("ids", receipts.toArray(Long[]::new))
                .update();
    }

    @Override
    public void closeOrphans() {
        jdbc.sql("""
                UPDATE pipeline.parked_receipt SET orphan = true
                 WHERE NOT orphan AND received_at < clock_timestamp() - interval '1 day'""").update();
    }
}
