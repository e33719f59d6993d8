package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.domain.MarkStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMarkStore implements MarkStore {
    private final JdbcClient jdbc;

    JdbcMarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("each mark names the account of its message")
    public int mark(List<Marking> marks) {
        // Each message is looked up by its id, so that only the partitions of those that are marked are touched.
        return jdbc.sql("""
                        WITH n AS MATERIALIZED (
                          SELECT DISTINCT ON (message, kind) account, message, kind, to_timestamp(at / 1000.0) AS at
                            FROM unnest(:accounts::bigint[], :messages::bigint[], :kinds::smallint[], :ats::bigint[])
                              AS n(account, message, kind, at)
                           ORDER BY message, kind, at),
                        fresh AS (
                          INSERT INTO pipeline.message_mark (message, kind, at)
                          SELECT n.message, n.kind, n.at FROM n
                           CROSS JOIN LATERAL (SELECT FROM pipeline.message m
                                                WHERE m.id = n.message AND m.account = n.account AND m.recipient <> '') known
                           ORDER BY n.message, n.kind
                          ON CONFLICT DO NOTHING
                          RETURNING message, kind, at)
                        INSERT INTO pipeline.message_event (at, message, account, campaign, way, sender, mcc_mnc, from_state,
                               to_state, parts, price, charged, recipient, reference, callback, registered, mark)
                        SELECT f.at, m.id, m.account, m.campaign, m.way, m.sender, m.mcc_mnc, m.state, m.state, m.parts,
                               m.price, 0, m.recipient, m.reference, m.callback, m.registered, f.kind
                          FROM fresh f
                         CROSS JOIN LATERAL (SELECT * FROM pipeline.message WHERE id = f.message) m""")
                .param("accounts", numbers(marks, it -> it.account().value()))
                .param("messages", numbers(marks, it -> it.message().value()))
                .param("kinds", numbers(marks, it -> (long) it.mark().number()))
                .param("ats", numbers(marks, it -> it.at().toEpochMilli()))
                .update();
    }

    private static <T> Long[] numbers(Collection<T> all, Function<T, Long> value) {
        return all.stream().map(value).toArray(Long[]::new);
    }

    @Override
    public Map<MessageId, Map<MessageMark, Instant>> of(AccountId account, Collection<MessageId> messages) {
        Map<MessageId, Map<MessageMark, Instant>> marks = new HashMap<>();
        if (messages.isEmpty()) {
            return marks;
        }
        jdbc.sql("""
                        SELECT k.message, k.kind, k.at FROM pipeline.message_mark k
                         WHERE k.message = ANY(:ids::bigint[])
                           AND EXISTS (SELECT FROM pipeline.message m WHERE m.id = k.message AND m.account = :account
                                          AND m.id BETWEEN :lowest AND :highest)""")
                .params(Range.of(
                        messages.stream().map(MessageId::value).sorted().toList()))
                .param("account", account.value())
                .query(row -> {
                    marks.computeIfAbsent(new MessageId(row.getLong(1)), _ -> new EnumMap<>(MessageMark.class))
                            .put(MessageMark.ofNumber(row.getInt(2)), Times.instant(row, "at"));
                });
        return marks;
    }

    @Override
    public Optional<Addressee> addressee(AccountId account, MessageId message) {
        return jdbc.sql("""
                        SELECT sender, recipient FROM pipeline.message
                         WHERE id = :id AND account = :account AND recipient <> ''""")
                .param("id", message.value())
                .param("account", account.value())
                .query((row, _) -> new Addressee(row.getString(1), row.getString(2)))
                .optional();
    }
}
