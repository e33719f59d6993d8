package io.vestnik.platform.reports.persistence;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.reports.domain.Order;
import io.vestnik.platform.reports.domain.OrderBook;
import io.vestnik.platform.reports.domain.Rhythm;
import io.vestnik.platform.reports.domain.Subject;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOrderBook implements OrderBook {
    private final JdbcClient jdbc;

    JdbcOrderBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Order> list(AccountId account) {
        return jdbc.sql("SELECT * FROM reports.ordered WHERE account = :account ORDER BY id")
                .param("account", account.value())
                .query(JdbcOrderBook::order)
                .list();
    }

    @Override
    public long insert(AccountId account, String by, Order.Wish wish, Instant nextAt) {
        return jdbc.sql("""
                        INSERT INTO reports.ordered (account, ordered_by, figures_by, rhythm, hour, csv, attached, emails, next_at)
                        VALUES (:account, :by, :figures, :rhythm, :hour, :csv, :attached, :emails, :next) RETURNING id""")
                .param("account", account.value())
                .param("by", by)
                .param("figures", wish.subject() instanceof Subject.Figures(Grouping grouping) ? grouping.code() : null)
                .param("rhythm", wish.rhythm().number())
                .param("hour", wish.hour())
                .param("csv", wish.csv())
                .param("attached", wish.attached())
                .param("emails", wish.emails().toArray(String[]::new))
                .param("next", time(nextAt))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean delete(AccountId account, long id) {
        return one(account, id, "DELETE FROM reports.ordered WHERE id = :id AND account = :account")
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec one(AccountId account, long id, String sql) {
        return jdbc.sql(sql).param("id", id).param("account", account.value());
    }

    @Override
    @AcrossAccounts("the clock looks whose time has come; each is then brought in its account's name")
    public List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                        SELECT account, id FROM reports.ordered
                         WHERE next_at <= :now AND (held_until IS NULL OR held_until <= :now)
                         ORDER BY next_at LIMIT :most""")
                .param("now", time(now))
                .param("most", most)
                .query((row, _) -> new Due(new AccountId(row.getLong(1)), row.getLong(2)))
                .list();
    }

    @Override
    public Optional<Order> take(AccountId account, long id, Instant now, Instant until) {
        return one(account, id, """
                        UPDATE reports.ordered SET held_until = :until, tries = tries + 1
                         WHERE id = :id AND account = :account
                           AND next_at <= :now AND (held_until IS NULL OR held_until <= :now)
                        RETURNING *""")
                .param("now", time(now))
                .param("until", time(until))
                .query(JdbcOrderBook::order)
                .optional();
    }

    @Override
    public void owe(AccountId account, long id, FileId file, List<String> owed) {
        one(account, id, "UPDATE reports.ordered SET file = :file, owed = :owed WHERE id = :id AND account = :account")
                .param("file", file.value())
                .param("owed", owed.toArray(String[]::new))
                .update();
    }

    @Override
    public void rest(AccountId account, long id, Instant until) {
        one(account, id, "UPDATE reports.ordered SET held_until = :until WHERE id = :id AND account = :account")
                .param("until", time(until))
                .update();
    }

    @Override
    public void end(AccountId account, long id, Order.Outcome outcome, Instant nextAt) {
        one(account, id, """
                        UPDATE reports.ordered
                           SET next_at = :next, held_until = NULL, tries = 0, file = NULL, owed = '{}',
                               last = :code, last_at = :at
                         WHERE id = :id AND account = :account""")
                .param("next", time(nextAt))
                .param("code", outcome.code())
                .param("at", time(outcome.at()))
                .update();
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        Long file = row.getObject("file", Long.class);
        String last = row.getString("last");
        String figures = row.getString("figures_by");
        return new Order(
                row.getLong("id"),
                new AccountId(row.getLong("account")),
                row.getString("ordered_by"),
                new Order.Wish(
                        figures == null
                                ? new Subject.Mailings()
                                : new Subject.Figures(Grouping.ofCode(figures).orElseThrow()),
                        Rhythm.ofNumber(row.getInt("rhythm")),
                        row.getInt("hour"),
                        row.getBoolean("csv"),
                        row.getBoolean("attached"),
                        texts(row, "emails")),
                instant(row, "next_at"),
                new Order.State(row.getInt("tries"), file == null ? null : new FileId(file), texts(row, "owed")),
                last == null ? null : new Order.Outcome(last, instant(row, "last_at")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
