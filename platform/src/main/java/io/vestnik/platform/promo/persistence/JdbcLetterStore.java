package io.vestnik.platform.promo.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.domain.CodeStore.Reminded;
import io.vestnik.platform.promo.domain.LetterStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLetterStore implements LetterStore {
    private static final int JOINS = 1;

    private final JdbcClient jdbc;

    JdbcLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Integer> join(AccountId account, ActionId action, Collection<String> phones, Way way, Instant due) {
        return jdbc.sql("""
                        WITH live AS (
                          SELECT id FROM promo.action
                           WHERE account = :account AND id = :action AND deleted_at IS NULL FOR SHARE),
                        added AS (
                          INSERT INTO promo.letter (account, action, kind, phone, way, due_at)
                          SELECT :account, live.id, 1, n.phone, :way, :due
                            FROM live CROSS JOIN unnest(:phones::text[]) AS n(phone)
                           ORDER BY n.phone
                          ON CONFLICT (action, phone) WHERE kind = 1 DO NOTHING
                          RETURNING id)
                        SELECT (SELECT count(*) FROM added) FROM live""")
                .param("account", account.value())
                .param("action", action.value())
                .param("way", way.number())
                .param("due", Columns.time(due))
                .param("phones", phones.toArray(String[]::new))
                .query(Integer.class)
                .optional();
    }

    @Override
    @AcrossAccounts("people of all are looked for at once")
    public void remind(List<Reminded> people, Instant due) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO promo.letter (account, action, kind, phone, code, way, due_at)
                SELECT n.account, n.action, 2, n.phone, n.code, :way, :due
                  FROM unnest(:accounts::bigint[], :actions::bigint[], :phones::text[], :codes::text[])
                       AS n(account, action, phone, code)""")
                .param("way", Way.CABINET.number())
                .param("due", Columns.time(due))
                .param("accounts", Columns.numbers(people, it -> it.account().value()))
                .param("actions", Columns.numbers(people, it -> it.action().value()))
                .param("phones", Columns.texts(people, Reminded::phone))
                .param("codes", Columns.texts(people, Reminded::code))
                .update();
    }

    @Override
    public long waiting(AccountId account, ActionId action) {
        return jdbc.sql("""
                        SELECT count(*) FROM promo.letter
                         WHERE account = :account AND action = :action AND state = 0 AND code IS NULL""")
                .param("account", account.value())
                .param("action", action.value())
                .query(Long.class)
                .single();
    }

    @Override
    @AcrossAccounts("letters of all are written in turn, each in the name of its account")
    public List<Letter> due(Instant now, int most) {
        return jdbc.sql("""
                        WITH turn AS (
                          SELECT a.id, greatest(1, least(:most, a.stock - a.handed)) AS codes
                            FROM promo.action a CROSS JOIN LATERAL (SELECT least(
                                 (SELECT min(due_at) FROM promo.letter
                                   WHERE action = a.id AND state = 0 AND code IS NOT NULL),
                                 (SELECT min(due_at) FROM promo.letter
                                   WHERE action = a.id AND state = 0 AND code IS NULL)) AS due_at) l
                           WHERE l.due_at <= :now AND (a.wait_until IS NULL OR a.wait_until <= :now)
                           ORDER BY greatest(a.wait_until, l.due_at), a.id LIMIT 1)
                        SELECT l.* FROM turn CROSS JOIN LATERAL (
                          (SELECT * FROM promo.letter
                            WHERE action = turn.id AND state = 0 AND code IS NOT NULL AND due_at <= :now
                            ORDER BY due_at, id LIMIT :most)
                          UNION ALL
                          (SELECT * FROM promo.letter
                            WHERE action = turn.id AND state = 0 AND code IS NULL AND due_at <= :now
                            ORDER BY due_at, id LIMIT turn.codes)) l
                         ORDER BY l.due_at, l.id LIMIT :most""")
                .param("now", Columns.time(now))
                .param("most", most)
                .query(JdbcLetterStore::letter)
                .list();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        long message = row.getLong("message");
        return new Letter(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                new ActionId(row.getLong("action")),
                row.getInt("kind") == JOINS,
                row.getString("phone"),
                row.getString("code"),
                Way.ofNumber(row.getInt("way")),
                message == 0 ? null : new MessageId(message));
    }

    @Override
    public void plan(AccountId account, Collection<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        // The code of a letter that waited for money goes with its new message.
        jdbc.sql("""
                WITH n AS (
                  SELECT * FROM unnest(:ids::bigint[], :messages::bigint[], :codes::text[]) AS n(id, message, code)),
                noted AS (
                  UPDATE promo.letter l SET message = n.message, code = n.code FROM n
                   WHERE l.account = :account AND l.id = n.id AND l.state = 0
                  RETURNING l.kind, n.message, n.code)
                UPDATE promo.code c SET message = noted.message FROM noted
                 WHERE noted.kind = 1 AND c.account = :account AND c.code = noted.code AND c.message <> noted.message""")
                .param("account", account.value())
                .param("ids", Columns.numbers(letters, Letter::id))
                .param(
                        "messages",
                        letters.stream()
                                .map(it -> it.message() == null
                                        ? null
                                        : it.message().value())
                                .toArray(Long[]::new))
                .param("codes", letters.stream().map(Letter::code).toArray(String[]::new))
                .update();
    }

    @Override
    public void sent(AccountId account, Collection<Long> letters) {
        if (!letters.isEmpty()) {
            jdbc.sql("UPDATE promo.letter SET state = 1 WHERE account = :account AND id = ANY(:ids::bigint[])")
                    .param("account", account.value())
                    .param("ids", letters.toArray(Long[]::new))
                    .update();
        }
    }

    @Override
    public void refused(AccountId account, Map<Long, String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        List<Long> ids = List.copyOf(reasons.keySet());
        jdbc.sql("""
                UPDATE promo.letter l SET state = 2, refusal = n.reason
                  FROM unnest(:ids::bigint[], :reasons::text[]) AS n(id, reason)
                 WHERE l.account = :account AND l.id = n.id""")
                .param("account", account.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("reasons", Columns.texts(ids, id -> reasons.getOrDefault(id, "")))
                .update();
    }

    @Override
    public List<Long> stale(AccountId account, Collection<Long> letters, Instant now) {
        if (letters.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        UPDATE promo.letter l SET state = 2, refusal = 'stale'
                         WHERE l.account = :account AND l.id = ANY(:ids::bigint[]) AND l.code IS NOT NULL
                           AND NOT EXISTS (SELECT FROM promo.code c
                                            WHERE c.account = :account AND c.code = l.code AND c.state = 1
                                              AND c.valid_until > :now)
                        RETURNING l.id""")
                .param("account", account.value())
                .param("ids", letters.toArray(Long[]::new))
                .param("now", Columns.time(now))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    @Override
    @AcrossAccounts("each action that is over is one of its account")
    public int late(Collection<ActionId> over, int most) {
        if (over.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        UPDATE promo.letter SET state = 2, refusal = 'over'
                         WHERE state = 0 AND code IS NULL AND id IN (
                           SELECT id FROM promo.letter
                            WHERE action = ANY(:over::bigint[]) AND state = 0 AND code IS NULL AND kind = 1
                            ORDER BY id LIMIT :most FOR UPDATE)""")
                .param("over", Columns.numbers(over, ActionId::value))
                .param("most", most)
                .update();
    }

    @Override
    public Map<String, Long> refusals(AccountId account, ActionId action) {
        Map<String, Long> refusals = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT refusal, count(*) FROM promo.letter
                 WHERE account = :account AND action = :action AND state = 2 AND kind = 1
                 GROUP BY refusal ORDER BY count(*) DESC, refusal""")
                .param("account", account.value())
                .param("action", action.value())
                .query(row -> {
                    refusals.put(row.getString(1), row.getLong(2));
                });
        return refusals;
    }

    @Override
    @AcrossAccounts("letters of all end alike")
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                        WITH old AS (
                          SELECT id, kind FROM promo.letter
                           WHERE state <> 0 AND (kind = 2 OR code IS NOT NULL) AND due_at < :before
                           ORDER BY due_at LIMIT :most),
                        gone AS (
                          DELETE FROM promo.letter l USING old WHERE l.id = old.id AND old.kind = 2 RETURNING l.id),
                        kept AS (
                          UPDATE promo.letter l SET message = NULL, code = NULL FROM old
                           WHERE l.id = old.id AND old.kind = 1 RETURNING l.id)
                        SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept)""")
                .param("before", Columns.time(before))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    @Override
    public void later(AccountId account, Collection<Long> letters, Instant now) {
        if (!letters.isEmpty()) {
            jdbc.sql("""
                    UPDATE promo.letter SET message = NULL, due_at = :now
                     WHERE account = :account AND id = ANY(:ids::bigint[])""")
                    .param("account", account.value())
                    .param("ids", letters.toArray(Long[]::new))
                    .param("now", Columns.time(now))
                    .update();
        }
    }

    @Override
    public void rest(AccountId account, ActionId action, Instant until) {
        jdbc.sql("UPDATE promo.action SET wait_until = :until WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", action.value())
                .param("until", Columns.time(until))
                .update();
    }
}
