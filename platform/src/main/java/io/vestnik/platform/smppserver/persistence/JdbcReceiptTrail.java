package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smppserver.domain.ReceiptTrail;
import io.vestnik.smpp.MessageState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReceiptTrail implements ReceiptTrail {
    private final JdbcClient jdbc;

    JdbcReceiptTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Given> about(AccountId account, String systemId, List<Long> receipted, Instant from) {
        // Of a mailbox only the newest: it has no index by message, and one that nobody fetches is long.
        return jdbc.sql("""
                        WITH mine AS MATERIALIZED (
                          SELECT id FROM smppserver.system WHERE system_id = :systemId AND account = :account),
                        given AS MATERIALIZED (
                          SELECT system, receipted, state, at FROM smppserver.given
                           WHERE receipted = ANY(:ids::bigint[]) AND at >= :from LIMIT 500),
                        waiting AS MATERIALIZED (
                          SELECT m.system, m.receipted, m.state, NULL::timestamptz AS at
                            FROM mine
                           CROSS JOIN LATERAL (
                             SELECT system, receipted, state FROM smppserver.mailbox
                              WHERE system = mine.id ORDER BY system, id DESC LIMIT 20000) m
                           WHERE m.receipted = ANY(:ids::bigint[]))
                        SELECT receipted, state, at
                          FROM (SELECT * FROM given UNION ALL SELECT * FROM waiting) g
                         WHERE system IN (SELECT id FROM mine)
                         ORDER BY at NULLS LAST, receipted LIMIT 200""")
                .param("systemId", systemId)
                .param("account", account.value())
                .param("ids", receipted.toArray(Long[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, _) -> {
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    return new Given(
                            row.getLong("receipted"),
                            MessageState.of(row.getInt("state")).orElse(MessageState.UNKNOWN),
                            at == null ? null : at.toInstant());
                })
                .list();
    }
}
