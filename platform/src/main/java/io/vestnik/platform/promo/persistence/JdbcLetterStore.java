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
import java.util.List;
import java.util.Map;
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
    public int join(AccountId account, ActionId action, Collection<String> phones, Way way, Instant due) {
        return jdbc.sql("""
                        INSERT INTO promo.letter (account, action, kind, phone, way, due_at)
                        SELECT :account, :action, 1, n.phone, :way, :due FROM unnest(:phones::text[]) AS n(phone)
                         ORDER BY n.phone
                        ON CONFLICT (action, phone) WHERE kind = 1 DO NOTHING""")
                .param("account", account.value())
                .param("action", action.value())
                .param("way", way.number())
                .param("due", Columns.time(due))
                .param("phones", phones.toArray(String[]::new))
                .update();
    }

    @Override
    public void remind(AccountId account, ActionId action, List<Reminded> people, Instant due) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO promo.letter (account, action, kind, phone, code, way, due_at)
                SELECT :account, :action, 2, n.phone, n.code, :way, :due
                  FROM unnest(:phones::text[], :codes::text[]) AS n(phone, code)""")
                .param("account", account.value())
                .param("action", action.value())
                .param("way", Way.CABINET.number())
                .param("due", Columns.time(due))
                .param("phones", Columns.texts(people, Reminded::phone))
                .param("codes", Columns.texts(people, Reminded::code))
                .update();
    }

    @Override
    @AcrossAccounts("letters of all are written in turn, each in the name of its account")
    public List<Letter> due(Instant now, int most) {
        // Of the action whose turn it is alone: the one that has waited longest.
        return jdbc.sql("""
                        WITH turn AS (
                          SELECT a.id FROM promo.action a
                           CROSS JOIN LATERAL (SELECT due_at FROM promo.letter
                                                WHERE action = a.id AND state = 0 AND due_at <= :now
                                                ORDER BY due_at LIMIT 1) l
                           WHERE a.wait_until IS NULL OR a.wait_until <= :now
                           ORDER BY l.due_at, a.id LIMIT 1)
                        SELECT l.* FROM turn JOIN promo.letter l ON l.action = turn.id
                         WHERE l.state = 0 AND l.due_at <= :now ORDER BY l.due_at, l.id LIMIT :most""")
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
    public void wait(AccountId account, ActionId action, Instant until, Collection<Long> offered) {
        jdbc.sql("""
                WITH later AS (
                  UPDATE promo.action SET wait_until = :until WHERE account = :account AND id = :action)
                UPDATE promo.letter SET message = NULL WHERE account = :account AND id = ANY(:ids::bigint[])""")
                .param("account", account.value())
                .param("action", action.value())
                .param("until", Columns.time(until))
                .param("ids", offered.toArray(Long[]::new))
                .update();
    }
}
