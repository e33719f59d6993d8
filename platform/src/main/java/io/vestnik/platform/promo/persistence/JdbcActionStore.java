package io.vestnik.platform.promo.persistence;

import static java.util.Objects.requireNonNull;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.ActionStore;
import io.vestnik.platform.promo.domain.Alphabet;
import io.vestnik.platform.promo.domain.Source;
import io.vestnik.platform.promo.domain.Terms;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcActionStore implements ActionStore {
    /** What goes with an action, and last the action itself. */
    private static final List<String> GOING = List.of("""
            DELETE FROM promo.code WHERE (action, number) IN (
              SELECT c.action, c.number FROM promo.action a JOIN promo.code c ON c.action = a.id
               WHERE a.deleted_at < :before LIMIT :most)""", """
            DELETE FROM promo.letter WHERE id IN (
              SELECT l.id FROM promo.action a JOIN promo.letter l ON l.action = a.id AND l.kind = 1
               WHERE a.deleted_at < :before LIMIT :most)""", """
            DELETE FROM promo.action WHERE id IN (
              SELECT id FROM promo.action WHERE deleted_at < :before LIMIT :most)""");

    private final JdbcClient jdbc;

    JdbcActionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ActionId> add(AccountId account, Terms terms, Instant at) {
        Terms.Codes codes = terms.codes();
        return changeable(jdbc.sql("""
                        INSERT INTO promo.action (account, name, source, alphabet, length, stock, valid_from, valid_to,
                               coupon_until, coupon_days, instruction, sender, body, send_at, remind_days, remind_hour,
                               remind_body, created_at)
                        VALUES (:account, :name, :source, :alphabet, :length, :stock, :from, :to, :until, :days,
                                :instruction, :sender, :body, :send_at, :remind_days, :remind_hour, :remind_body, :at)
                        ON CONFLICT (account, lower(name)) WHERE deleted_at IS NULL DO NOTHING
                        RETURNING id"""), terms)
                .param("account", account.value())
                .param("name", terms.name())
                .param("source", codes.source().number())
                .param("alphabet", codes.alphabet().number())
                .param("length", codes.length())
                .param("stock", codes.source() == Source.MADE ? codes.most() : 0)
                .param("at", Columns.time(at))
                .query((row, _) -> new ActionId(row.getLong(1)))
                .optional();
    }

    @Override
    public boolean change(AccountId account, ActionId id, int version, Terms terms) {
        return changeable(jdbc.sql("""
                        UPDATE promo.action
                           SET version = version + 1, valid_from = :from, valid_to = :to, coupon_until = :until,
                               coupon_days = :days, instruction = :instruction, sender = :sender, body = :body,
                               send_at = :send_at, remind_days = :remind_days, remind_hour = :remind_hour,
                               remind_body = :remind_body,
                               stock = CASE WHEN source = 1 THEN greatest(handed, :stock) ELSE stock END
                         WHERE account = :account AND id = :id AND version = :version AND deleted_at IS NULL"""), terms)
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("version", version)
                        .param("stock", terms.codes().most())
                        .update()
                == 1;
    }

    /** What may be changed later. */
    private static StatementSpec changeable(StatementSpec sql, Terms terms) {
        Terms.Reminding reminding = terms.reminding();
        return sql.param("from", terms.from())
                .param("to", terms.to())
                .param("until", terms.good() instanceof Terms.Good.Until(LocalDate day) ? day : null)
                .param("days", terms.good() instanceof Terms.Good.Days(int days) ? days : null)
                .param("instruction", terms.instruction())
                .param("sender", terms.joining().sender())
                .param("body", terms.joining().text())
                .param("send_at", Columns.time(terms.joining().at()))
                .param("remind_days", reminding == null ? null : reminding.days())
                .param("remind_hour", reminding == null ? null : reminding.hour())
                .param("remind_body", reminding == null ? "" : reminding.text());
    }

    @Override
    public boolean delete(AccountId account, ActionId id, Instant at) {
        // Whoever joins holds the action until its letter is seen: what is asked next begins after that.
        jdbc.sql("SELECT id FROM promo.action WHERE account = :account AND id = :id FOR UPDATE")
                .param("account", account.value())
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return jdbc.sql("""
                        UPDATE promo.action a SET version = version + 1, deleted_at = :at
                         WHERE a.account = :account AND a.id = :id AND a.deleted_at IS NULL AND a.handed = 0
                           AND NOT EXISTS (SELECT FROM promo.code c WHERE c.action = a.id AND c.state <> 0)
                           AND NOT EXISTS (SELECT FROM promo.letter l WHERE l.action = a.id AND l.kind = 1)""")
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    @Override
    public boolean restore(AccountId account, ActionId id, Instant since) {
        return jdbc.sql("""
                        UPDATE promo.action a SET version = version + 1, deleted_at = NULL
                         WHERE a.account = :account AND a.id = :id AND a.deleted_at >= :since
                           AND NOT EXISTS (SELECT FROM promo.action b
                                            WHERE b.account = :account AND lower(b.name) = lower(a.name)
                                              AND b.id <> a.id AND b.deleted_at IS NULL)""")
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("since", Columns.time(since))
                        .update()
                == 1;
    }

    @Override
    @AcrossAccounts("what was deleted long ago goes, whosever it was")
    public int purge(Instant before, int most) {
        int gone = 0;
        for (String part : GOING) {
            if (gone == 0) {
                gone = jdbc.sql(part)
                        .param("before", Columns.time(before))
                        .param("most", most)
                        .update();
            }
        }
        return gone;
    }

    @Override
    public Optional<Action> find(AccountId account, ActionId id) {
        return jdbc.sql("SELECT * FROM promo.action WHERE account = :account AND id = :id AND deleted_at IS NULL")
                .param("account", account.value())
                .param("id", id.value())
                .query(JdbcActionStore::action)
                .optional();
    }

    @Override
    public List<Action> all(AccountId account, int most) {
        return jdbc.sql(
                        "SELECT * FROM promo.action WHERE account = :account AND deleted_at IS NULL ORDER BY id DESC LIMIT :most")
                .param("account", account.value())
                .param("most", most)
                .query(JdbcActionStore::action)
                .list();
    }

    @Override
    @AcrossAccounts("kept in memory by account")
    public Map<AccountId, List<Action>> everything() {
        return jdbc
                .sql("SELECT * FROM promo.action WHERE deleted_at IS NULL ORDER BY id DESC")
                .query(JdbcActionStore::action)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Action::account));
    }

    @Override
    @AcrossAccounts("one number for all")
    public long version() {
        return jdbc.sql("SELECT value FROM promo.version").query(Long.class).single();
    }

    private static Action action(ResultSet row, int number) throws SQLException {
        return new Action(
                new ActionId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                row.getInt("version"),
                terms(row),
                row.getLong("stock"),
                row.getLong("handed"),
                row.getString("trouble"),
                requireNonNull(Columns.instant(row, "created_at")));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        LocalDate until = Columns.day(row, "coupon_until");
        boolean reminds = row.getObject("remind_days") != null;
        return new Terms(
                row.getString("name"),
                new Terms.Codes(
                        Source.ofNumber(row.getInt("source")),
                        Alphabet.ofNumber(row.getInt("alphabet")),
                        row.getInt("length"),
                        row.getLong("stock")),
                requireNonNull(Columns.day(row, "valid_from")),
                requireNonNull(Columns.day(row, "valid_to")),
                until == null ? new Terms.Good.Days(row.getInt("coupon_days")) : new Terms.Good.Until(until),
                row.getString("instruction"),
                new Terms.Joining(row.getString("sender"), row.getString("body"), Columns.instant(row, "send_at")),
                reminds
                        ? new Terms.Reminding(
                                row.getInt("remind_days"), row.getInt("remind_hour"), row.getString("remind_body"))
                        : null);
    }

    @Override
    public boolean take(AccountId account, ActionId id, int codes) {
        return jdbc.sql("""
                        UPDATE promo.action SET handed = handed + :codes
                         WHERE account = :account AND id = :id AND handed + :codes <= stock AND deleted_at IS NULL""")
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("codes", codes)
                        .update()
                == 1;
    }

    @Override
    public void putBack(AccountId account, Map<ActionId, Integer> codes) {
        if (codes.isEmpty()) {
            return;
        }
        List<ActionId> ids = List.copyOf(codes.keySet());
        jdbc.sql("""
                UPDATE promo.action a SET handed = a.handed - n.codes
                  FROM unnest(:ids::bigint[], :codes::integer[]) AS n(id, codes)
                 WHERE a.account = :account AND a.id = n.id""")
                .param("account", account.value())
                .param("ids", Columns.numbers(ids, ActionId::value))
                .param("codes", ids.stream().map(codes::get).toArray(Integer[]::new))
                .update();
    }

    @Override
    public void stock(AccountId account, ActionId id, int codes) {
        jdbc.sql("UPDATE promo.action SET stock = stock + :codes WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .param("codes", codes)
                .update();
    }

    @Override
    public void trouble(AccountId account, ActionId id, @Nullable String trouble) {
        jdbc.sql("""
                UPDATE promo.action SET trouble = :trouble
                 WHERE account = :account AND id = :id AND trouble IS DISTINCT FROM :trouble""")
                .param("account", account.value())
                .param("id", id.value())
                .param("trouble", trouble)
                .update();
    }

    @Override
    @AcrossAccounts("facts of all actions are counted together")
    public void count(Collection<Moved> moves) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO promo.counter AS c (action, state, messages)
                SELECT * FROM unnest(:actions::bigint[], :states::smallint[], :messages::bigint[])
                ON CONFLICT (action, state) DO UPDATE SET messages = c.messages + excluded.messages""")
                .param("actions", Columns.numbers(moves, it -> it.action().value()))
                .param("states", Columns.numbers(moves, it -> it.state().number()))
                .param("messages", Columns.numbers(moves, Moved::messages))
                .update();
    }

    @Override
    public Map<MessageState, Long> counts(AccountId account, ActionId id) {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        jdbc.sql("""
                SELECT c.state, c.messages FROM promo.counter c
                  JOIN promo.action a ON a.id = c.action AND a.account = :account
                 WHERE c.action = :id AND c.messages <> 0""").param("account", account.value()).param("id", id.value()).query(row -> {
            counts.put(MessageState.ofNumber(row.getInt(1)), row.getLong(2));
        });
        return counts;
    }
}
