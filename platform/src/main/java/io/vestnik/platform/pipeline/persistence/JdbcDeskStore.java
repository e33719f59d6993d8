package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.domain.DeskStore;
import io.vestnik.sms.Body;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskStore implements DeskStore {
    private static final String LANES =
            "ANY(ARRAY(SELECT id FROM pipeline.lane WHERE account = :account AND campaign = 0))";

    private final JdbcClient jdbc;

    JdbcDeskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> unsent(AccountId account, String sender, List<Long> messages) {
        return jdbc.sql("""
                        SELECT id FROM pipeline.message m
                         WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest AND account = :account
                           AND campaign IS NULL AND sender = :sender AND state < 5
                           AND NOT EXISTS (SELECT FROM pipeline.in_flight f WHERE f.message = m.id)
                         ORDER BY id DESC""")
                .params(Range.of(messages))
                .param("account", account.value())
                .param("sender", sender)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    public List<Held> withdraw(AccountId account, List<Long> messages) {
        // First those that wait: whoever wakes one meanwhile moves it into the queue, where the second look finds it.
        List<Held> held =
                new ArrayList<>(jdbc.sql("DELETE FROM pipeline.waiting WHERE message = ANY(:ids::bigint[]) AND lane = "
                                + LANES + " RETURNING message, lane, tries, due_at")
                        .param("ids", numbers(messages))
                        .param("account", account.value())
                        .query((row, _) -> held(row, Times.instant(row, "due_at")))
                        .list());
        held.addAll(jdbc.sql("DELETE FROM pipeline.queue WHERE lane = " + LANES
                        + " AND id = ANY(:ids::bigint[]) RETURNING id AS message, lane, tries")
                .param("ids", numbers(messages))
                .param("account", account.value())
                .query((row, _) -> held(row, null))
                .list());
        return held;
    }

    private static Held held(ResultSet row, @Nullable Instant due) throws SQLException {
        return new Held(row.getLong("message"), row.getInt("lane"), row.getInt("tries"), due);
    }

    @Override
    public List<Kept> kept(AccountId account, List<Long> messages) {
        return jdbc.sql("""
                        SELECT id, parts, encoding, valid_until FROM pipeline.message
                         WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest AND account = :account
                           AND state < 5""")
                .params(Range.of(messages))
                .param("account", account.value())
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        row.getInt("parts"),
                        Body.Kind.of(row.getInt("encoding")),
                        Times.instant(row, "valid_until")))
                .list();
    }

    @Override
    public void write(AccountId account, List<Changed> changes) {
        Keyed<Changed> keyed = Keyed.by(changes, Changed::message);
        List<Changed> sorted = keyed.column(Function.identity()).toList();
        jdbc.sql("""
                UPDATE pipeline.message m
                   SET body = coalesce(c.texts[width_bucket(m.id, c.ids)], m.body),
                       body_id = CASE WHEN c.texts[width_bucket(m.id, c.ids)] IS NULL THEN m.body_id END,
                       encoding = CASE WHEN c.texts[width_bucket(m.id, c.ids)] IS NULL THEN m.encoding
                                       ELSE c.encodings[width_bucket(m.id, c.ids)] END,
                       valid_until = coalesce(to_timestamp(c.untils[width_bucket(m.id, c.ids)] / 1000.0), m.valid_until),
                       callback = c.callbacks[width_bucket(m.id, c.ids)],
                       registered = nullif((coalesce(m.registered, 0) & -256) | c.registered[width_bucket(m.id, c.ids)], 0)
                  FROM (SELECT :ids::bigint[] AS ids, :texts::text[] AS texts, :encodings::smallint[] AS encodings,
                               :untils::bigint[] AS untils, :callbacks::text[] AS callbacks,
                               :registered::smallint[] AS registered) c
                 WHERE m.id = ANY(c.ids) AND m.id BETWEEN :lowest AND :highest AND m.account = :account""")
                .params(Range.of(keyed.ids()))
                .param("account", account.value())
                .param("texts", sorted.stream().map(Changed::text).toArray(String[]::new))
                .param("encodings", keyed.smalls(Changed::encoding))
                .param("untils", sorted.stream().map(JdbcDeskStore::until).toArray(Long[]::new))
                .param("callbacks", sorted.stream().map(Changed::callback).toArray(String[]::new))
                .param("registered", keyed.smalls(Changed::registered))
                .update();
    }

    private static @Nullable Long until(Changed change) {
        Instant until = change.validUntil();
        return until == null ? null : until.toEpochMilli();
    }

    @Override
    public void putBack(AccountId account, List<Held> messages) {
        List<Held> now = messages.stream().filter(one -> one.due() == null).toList();
        if (!now.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO pipeline.queue (lane, id, tries)
                    SELECT * FROM unnest(:lanes::integer[], :ids::bigint[], :tries::smallint[])""")
                    .param("ids", now.stream().map(Held::message).toArray(Long[]::new))
                    .param("lanes", now.stream().map(Held::lane).toArray(Integer[]::new))
                    .param("tries", now.stream().map(Held::tries).toArray(Integer[]::new))
                    .update();
        }
        List<Held> later = messages.stream().filter(one -> one.due() != null).toList();
        if (!later.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO pipeline.waiting (due_at, message, lane, tries)
                    SELECT to_timestamp(due / 1000.0), id, lane, tries
                      FROM unnest(:dues::bigint[], :ids::bigint[], :lanes::integer[], :tries::smallint[])
                           AS w(due, id, lane, tries)""")
                    .param(
                            "dues",
                            later.stream()
                                    .map(one ->
                                            Objects.requireNonNull(one.due()).toEpochMilli())
                                    .toArray(Long[]::new))
                    .param("ids", later.stream().map(Held::message).toArray(Long[]::new))
                    .param("lanes", later.stream().map(Held::lane).toArray(Integer[]::new))
                    .param("tries", later.stream().map(Held::tries).toArray(Integer[]::new))
                    .update();
        }
    }

    private static Long[] numbers(List<Long> messages) {
        return messages.toArray(Long[]::new);
    }
}
