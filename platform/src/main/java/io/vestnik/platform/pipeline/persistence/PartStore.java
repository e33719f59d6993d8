package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.domain.Ending;
import io.vestnik.platform.pipeline.domain.FoundReceipt;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts of the parts of long messages: delivered when all are, failed when one finally is not. */
@Repository
@AcrossAccounts("receipts find messages, whosever they are")
class PartStore {
    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ending> note(List<FoundReceipt> found, List<DeliveryReport> reports) {
        List<DeliveryReport> ofParts =
                found.stream().map(f -> reports.get(f.index())).toList();
        Long[] messages = found.stream().map(FoundReceipt::message).toArray(Long[]::new);
        // Receipts of two parts in two transactions must see each other, or nobody counts to the end.
        jdbc.sql("""
                SELECT id FROM pipeline.message
                 WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest ORDER BY id FOR UPDATE""")
                .params(Range.of(
                        found.stream().map(FoundReceipt::message).distinct().toList()))
                .query((row, _) -> row.getLong(1))
                .list();
        jdbc.sql("""
                INSERT INTO pipeline.part (message, part, status, code, at)
                SELECT message, part, status, code, to_timestamp(at / 1000.0)
                  FROM unnest(:messages::bigint[], :parts::smallint[], :status::smallint[], :code::text[],
                              :at::bigint[]) AS p(message, part, status, code, at)
                ON CONFLICT DO NOTHING""")
                .param("messages", messages)
                .param("parts", found.stream().map(FoundReceipt::part).toArray(Integer[]::new))
                .params(new ReportColumns(ofParts).all())
                .update();
        Map<Long, Integer> totals = new LinkedHashMap<>();
        found.forEach(f -> totals.put(f.message(), f.parts()));
        return ended(totals);
    }

    private List<Ending> ended(Map<Long, Integer> totals) {
        return jdbc.sql("""
                        SELECT t.message, t.total, p.delivered, p.expired, p.failed, p.code, p.at
                          FROM unnest(:messages::bigint[], :totals::integer[]) AS t(message, total)
                         CROSS JOIN LATERAL (
                           SELECT count(*) FILTER (WHERE status = :delivered) AS delivered,
                                  count(*) FILTER (WHERE status = :expired)   AS expired,
                                  count(*) FILTER (WHERE status NOT IN (:delivered, :expired)) AS failed,
                                  min(code) FILTER (WHERE status <> :delivered) AS code,
                                  max(at) AS at
                             FROM pipeline.part WHERE message = t.message) p
                         WHERE p.delivered = t.total OR p.expired + p.failed > 0""")
                .param("messages", totals.keySet().toArray(Long[]::new))
                .param("totals", totals.values().toArray(Integer[]::new))
                .param("delivered", DeliveryReport.Status.DELIVERED.number())
                .param("expired", DeliveryReport.Status.EXPIRED.number())
                .query((row, _) -> new Ending(
                        row.getLong("message"),
                        state(row.getLong("failed"), row.getLong("expired")),
                        row.getString("code"),
                        Times.instant(row, "at")))
                .list();
    }

    private static MessageState state(long failed, long expired) {
        if (failed > 0) {
            return MessageState.UNDELIVERED;
        }
        return expired > 0 ? MessageState.EXPIRED : MessageState.DELIVERED;
    }
}
