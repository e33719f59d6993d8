package io.vestnik.platform.promo.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes.Addressed;
import io.vestnik.platform.promo.domain.CodeStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCodeStore implements CodeStore {
    private final JdbcClient jdbc;

    JdbcCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<MessageId, String> make(Giving giving, List<Addressed> messages, List<String> codes) {
        return given(given(jdbc.sql("""
                INSERT INTO promo.code (action, account, code, state, phone, message, campaign, issued_at, valid_until)
                SELECT :action, :account, n.code, 1, n.phone, n.message, :campaign::bigint, :at, :until
                  FROM unnest(:codes::text[], :phones::text[], :messages::bigint[]) AS n(code, phone, message)
                ON CONFLICT (account, code) DO NOTHING
                RETURNING message, code"""), giving, messages).param("codes", codes.toArray(String[]::new)));
    }

    @Override
    public Map<MessageId, String> give(Giving giving, List<Addressed> messages) {
        // The row of the action is locked by whoever takes from its stock, so nobody else picks the same codes.
        return given(given(jdbc.sql("""
                UPDATE promo.code c
                   SET state = 1, phone = n.phone, message = n.message, campaign = :campaign, issued_at = :at,
                       valid_until = :until, reminded = false
                  FROM (SELECT number, row_number() OVER (ORDER BY number) AS place
                          FROM (SELECT number FROM promo.code
                                 WHERE action = :action AND state = 0 ORDER BY number LIMIT :count) f) free
                  JOIN unnest(:phones::text[], :messages::bigint[]) WITH ORDINALITY AS n(phone, message, place)
                    ON n.place = free.place
                 WHERE c.account = :account AND c.action = :action AND c.number = free.number
                RETURNING c.message, c.code"""), giving, messages).param("count", messages.size()));
    }

    private static StatementSpec given(StatementSpec sql, Giving giving, List<Addressed> messages) {
        return sql.param("action", giving.action().value())
                .param("account", giving.account().value())
                .param(
                        "campaign",
                        giving.campaign() == null ? null : giving.campaign().value())
                .param("at", Columns.time(giving.at()))
                .param("until", Columns.time(giving.until()))
                .param("phones", Columns.texts(messages, Addressed::phone))
                .param("messages", Columns.numbers(messages, it -> it.message().value()));
    }

    private static Map<MessageId, String> given(StatementSpec sql) {
        Map<MessageId, String> given = new HashMap<>();
        sql.query(row -> {
            given.put(new MessageId(row.getLong(1)), row.getString(2));
        });
        return given;
    }

    @Override
    public Map<ActionId, Integer> takeBack(AccountId account, Collection<MessageId> messages) {
        Map<ActionId, Integer> back = new HashMap<>();
        jdbc.sql("""
                WITH back AS (
                  UPDATE promo.code c
                     SET state = CASE WHEN a.source = 2 THEN 0 ELSE 3 END,
                         phone = CASE WHEN a.source = 2 THEN NULL ELSE c.phone END,
                         message = CASE WHEN a.source = 2 THEN NULL ELSE c.message END,
                         campaign = CASE WHEN a.source = 2 THEN NULL ELSE c.campaign END,
                         issued_at = CASE WHEN a.source = 2 THEN NULL ELSE c.issued_at END,
                         valid_until = CASE WHEN a.source = 2 THEN NULL ELSE c.valid_until END
                    FROM promo.action a
                   WHERE c.message = ANY(:messages::bigint[]) AND c.account = :account AND c.state = 1
                     AND a.id = c.action
                  RETURNING c.action, a.source)
                SELECT action, count(*) FROM back WHERE source = 2 GROUP BY action""")
                .param("messages", Columns.numbers(messages, MessageId::value))
                .param("account", account.value())
                .query(row -> {
                    back.put(new ActionId(row.getLong(1)), row.getInt(2));
                });
        return back;
    }

    @Override
    public List<String> load(AccountId account, ActionId action, List<String> codes) {
        return jdbc.sql("""
                INSERT INTO promo.code (action, account, code, state)
                SELECT :action, :account, n.code, 0 FROM unnest(:codes::text[]) WITH ORDINALITY AS n(code, place)
                 ORDER BY n.place
                ON CONFLICT (account, code) DO NOTHING
                RETURNING code""")
                .param("action", action.value())
                .param("account", account.value())
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    @AcrossAccounts("facts of all accounts come together")
    public Map<MessageId, List<ActionId>> actions(Collection<MessageId> messages) {
        Map<MessageId, List<ActionId>> carried = new HashMap<>();
        jdbc.sql("SELECT message, action FROM promo.code WHERE message = ANY(:messages::bigint[])")
                .param("messages", Columns.numbers(messages, MessageId::value))
                .query(row -> {
                    carried.computeIfAbsent(new MessageId(row.getLong(1)), _ -> new ArrayList<>())
                            .add(new ActionId(row.getLong(2)));
                });
        return carried;
    }

    @Override
    @AcrossAccounts("whom to remind is looked for each minute, in all accounts at once")
    public List<Reminded> remind(Collection<Due> due, Instant now, int most) {
        if (due.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                UPDATE promo.code c SET reminded = true
                  FROM (SELECT due.action, due.number
                          FROM unnest(:actions::bigint[], :issued::timestamptz[], :before::timestamptz[])
                               AS n(action, issued, latest)
                         CROSS JOIN LATERAL (
                               SELECT action, number FROM promo.code
                                WHERE action = n.action AND state = 1 AND NOT reminded
                                  AND valid_until > :now AND valid_until <= n.latest AND issued_at < n.issued
                                  AND phone IS NOT NULL
                                ORDER BY valid_until, number LIMIT :most) due
                         LIMIT :most) due
                 WHERE c.action = due.action AND c.number = due.number AND c.state = 1 AND c.phone IS NOT NULL
                RETURNING c.account, c.action, c.phone, c.code""")
                .param("actions", Columns.numbers(due, it -> it.action().value()))
                .param("issued", Columns.texts(due, it -> it.issued().toString()))
                .param("before", Columns.texts(due, it -> it.before().toString()))
                .param("now", Columns.time(now))
                .param("most", most)
                .query((row, _) -> new Reminded(
                        new AccountId(row.getLong(1)),
                        new ActionId(row.getLong(2)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    @Override
    public Slice<Line> list(AccountId account, ActionId action, Filter filter, @Nullable String after, int limit) {
        String phone = filter.search().replaceAll("[^0-9]", "");
        List<Line> lines = jdbc.sql("""
                SELECT number, code, state, phone, message, issued_at, valid_until FROM promo.code
                 WHERE account = :account AND action = :action
                   AND (:state::smallint IS NULL OR state = :state::smallint)
                   AND (:search = '' OR code = upper(:search) OR (:phone <> '' AND phone = :phone))
                   AND (:after::bigint IS NULL OR number < :after::bigint)
                 ORDER BY number DESC LIMIT :limit""")
                .param("account", account.value())
                .param("action", action.value())
                .param("state", filter.state() == null ? null : filter.state().number())
                .param("search", filter.search())
                .param("phone", phone)
                .param("after", after == null ? null : Long.valueOf(after))
                .param("limit", limit + 1)
                .query(JdbcCodeStore::line)
                .list();
        return Slice.of(lines, limit, line -> Long.toString(line.number()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        long message = row.getLong("message");
        return new Line(
                row.getLong("number"),
                row.getString("code"),
                State.ofNumber(row.getInt("state")),
                Objects.requireNonNullElse(row.getString("phone"), ""),
                message == 0 ? null : new MessageId(message),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "valid_until"));
    }
}
