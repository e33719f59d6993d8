package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.domain.PeopleStore;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeopleStore implements PeopleStore {
    private final JdbcClient jdbc;

    JdbcPeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> waiting(AccountId account, List<Long> messages) {
        return jdbc.sql("""
                        SELECT id FROM pipeline.message m
                         WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest
                           AND account = :account AND state <= :queued
                           AND NOT EXISTS (SELECT FROM pipeline.in_flight f WHERE f.message = m.id)
                         ORDER BY id FOR UPDATE""")
                .params(Range.of(messages))
                .param("account", account.value())
                .param("queued", MessageState.QUEUED.number())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public long erase(AccountId account, List<Long> messages, String phone) {
        List<Long> ids = messages.stream().sorted().toList();
        // What is still on its way leaves no more: there is nobody to send it to.
        long rows = jdbc.sql("""
                        UPDATE pipeline.message
                           SET recipient = '', body = NULL, body_id = NULL,
                               reference = CASE WHEN strpos(reference, :phone) = 0 THEN reference END,
                               callback = CASE WHEN strpos(callback, :phone) = 0 THEN callback END,
                               valid_until = CASE WHEN state < 7 THEN least(valid_until, now()) ELSE valid_until END
                         WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest AND account = :account""")
                .params(Range.of(ids))
                .param("account", account.value())
                .param("phone", phone)
                .update();
        rows += update(ids, phone, """
                UPDATE pipeline.message_event
                   SET recipient = '', reference = CASE WHEN strpos(reference, :phone) = 0 THEN reference END,
                       callback = CASE WHEN strpos(callback, :phone) = 0 THEN callback END
                 WHERE message = ANY(:ids::bigint[])""");
        rows += update(ids, phone, """
                UPDATE pipeline.upstream SET recipient = '' WHERE message = ANY(:ids::bigint[]) AND recipient = :phone""");
        rows += update(ids, phone, """
                UPDATE pipeline.in_flight SET recipient = '' WHERE message = ANY(:ids::bigint[]) AND recipient = :phone""");
        rows += delete(ids, "DELETE FROM pipeline.message_mark WHERE message = ANY(:ids::bigint[])");
        rows += delete(
                ids, "DELETE FROM pipeline.message_event WHERE message = ANY(:ids::bigint[]) AND mark IS NOT NULL");
        rows += delete(ids, "DELETE FROM pipeline.receipt WHERE message = ANY(:ids::bigint[])");
        return rows;
    }

    private int delete(List<Long> ids, String sql) {
        return jdbc.sql(sql).param("ids", ids.toArray(Long[]::new)).update();
    }

    private int update(List<Long> ids, String phone, String sql) {
        return jdbc.sql(sql)
                .param("ids", ids.toArray(Long[]::new))
                .param("phone", phone)
                .update();
    }

    @Override
    public long eraseTraces(AccountId account, String phone) {
        long rows = jdbc.sql("""
                        DELETE FROM pipeline.wire_trace
                         WHERE (account = :account OR account IS NULL) AND position(convert_to(:phone, 'UTF8') IN raw) > 0""")
                .param("account", account.value())
                .param("phone", phone)
                .update();
        // Reports that belong to no message are nobody's: one about this phone helps nobody any more.
        return rows
                + jdbc.sql("DELETE FROM pipeline.parked_receipt WHERE orphan AND recipient = :phone")
                        .param("phone", phone)
                        .update();
    }

    @Override
    public List<Told> tell(AccountId account, Set<Long> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT 'message' AS what,
                               jsonb_build_object('id', m.id::text, 'sender', m.sender, 'recipient', m.recipient,
                                                  'text', %s, 'created_at', m.created_at,
                                                  'sent_at', m.sent_at, 'final_at', m.final_at, 'reference', m.reference,
                                                  'operator', m.mcc_mnc, 'region', m.region,
                                                  'clicked_at', (SELECT at FROM pipeline.message_mark WHERE message = m.id AND kind = 1),
                                                  'unsubscribed_at', (SELECT at FROM pipeline.message_mark WHERE message = m.id AND kind = 3)
                                                  )::text AS known
                          FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
                         WHERE m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest AND m.account = :account
                         ORDER BY m.id DESC""".formatted(JdbcMessageReader.TEXT))
                .params(Range.of(messages.stream().sorted().toList()))
                .param("account", account.value())
                .query(Told::of)
                .list();
    }
}
