package io.vestnik.platform.promo.persistence;

import static java.util.Objects.requireNonNull;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Till.Coupon;
import io.vestnik.platform.promo.Till.Redemption;
import io.vestnik.platform.promo.domain.TillStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTillStore implements TillStore {
    private final JdbcClient jdbc;

    JdbcTillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Coupon> find(AccountId account, String code, ZoneId zone) {
        return jdbc.sql("""
                        SELECT c.action, a.name, c.code, a.instruction, a.valid_from, c.valid_until,
                               r.cashier, r.amount, r.at
                          FROM promo.code c
                          JOIN promo.action a ON a.id = c.action
                          LEFT JOIN promo.redemption r
                            ON r.account = c.account AND r.code = c.code AND r.returned_at IS NULL
                         WHERE c.account = :account AND c.code = :code AND c.state IN (1, 2)""")
                .param("account", account.value())
                .param("code", code)
                .query((row, _) -> new Coupon(
                        new ActionId(row.getLong("action")),
                        row.getString("name"),
                        row.getString("code"),
                        row.getString("instruction"),
                        requireNonNull(Columns.day(row, "valid_from"))
                                .atStartOfDay(zone)
                                .toInstant(),
                        requireNonNull(Columns.instant(row, "valid_until")),
                        redemption(row)))
                .optional();
    }

    private static @Nullable Redemption redemption(ResultSet row) throws SQLException {
        Instant at = Columns.instant(row, "at");
        return at == null ? null : new Redemption(row.getString("cashier"), Money.of(row.getBigDecimal("amount")), at);
    }

    @Override
    public Optional<Redeemed> redeem(AccountId account, String code, Purchase purchase) {
        // One statement decides: of two cashiers in the same second the other waits for this row, and finds it
        // redeemed.
        return jdbc.sql("""
                        WITH won AS (
                          UPDATE promo.code c SET state = 2 FROM promo.action a
                           WHERE c.account = :account AND c.code = :code AND c.state = 1 AND c.valid_until > :at
                             AND a.id = c.action AND a.valid_from <= :day
                          RETURNING c.action, c.message),
                        noted AS (
                          INSERT INTO promo.redemption (account, action, code, cashier, amount, at, day)
                          SELECT :account, action, :code, :cashier, :amount, :at, :day FROM won),
                        summed AS (
                          INSERT INTO promo.takings AS t (action, day, cashier, account, redeemed, revenue)
                          SELECT action, :day, :cashier, :account, 1, :amount FROM won
                          ON CONFLICT (action, day, cashier) DO UPDATE
                             SET redeemed = t.redeemed + 1, revenue = t.revenue + excluded.revenue)
                        SELECT action, message FROM won""")
                .param("account", account.value())
                .param("code", code)
                .param("cashier", purchase.cashier())
                .param("amount", purchase.amount().toDecimal())
                .param("at", Columns.time(purchase.at()))
                .param("day", purchase.day())
                .query((row, _) -> {
                    long message = row.getLong("message");
                    return new Redeemed(
                            new ActionId(row.getLong("action")), message == 0 ? null : new MessageId(message));
                })
                .optional();
    }

    @Override
    public boolean giveBack(AccountId account, String code, Instant since, Back back) {
        return jdbc.sql("""
                        WITH back AS (
                          UPDATE promo.redemption SET returned_at = :at, returned_by = :cashier, reason = :reason
                           WHERE account = :account AND code = :code AND returned_at IS NULL AND at > :since
                          RETURNING action, day, cashier, amount),
                        good AS (
                          UPDATE promo.code c SET state = 1 FROM back
                           WHERE c.account = :account AND c.code = :code AND c.state = 2),
                        summed AS (
                          UPDATE promo.takings t SET redeemed = t.redeemed - 1, revenue = t.revenue - back.amount
                            FROM back WHERE t.action = back.action AND t.day = back.day AND t.cashier = back.cashier)
                        SELECT count(*) FROM back""")
                        .param("account", account.value())
                        .param("code", code)
                        .param("since", Columns.time(since))
                        .param("at", Columns.time(back.at()))
                        .param("cashier", back.cashier())
                        .param("reason", back.reason())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Taking> takings(AccountId account, ActionId action) {
        return jdbc.sql("""
                        SELECT day, cashier, redeemed, revenue FROM promo.takings
                         WHERE account = :account AND action = :action AND redeemed > 0 ORDER BY day, cashier""")
                .param("account", account.value())
                .param("action", action.value())
                .query((row, _) -> new Taking(
                        requireNonNull(Columns.day(row, "day")),
                        row.getString("cashier"),
                        row.getLong("redeemed"),
                        Money.of(row.getBigDecimal("revenue"))))
                .list();
    }

    @Override
    public Slice<Line> list(AccountId account, ActionId action, @Nullable String after, int limit) {
        List<Line> lines = jdbc.sql("""
                        SELECT id, code, cashier, amount, at, returned_at, reason FROM promo.redemption
                         WHERE account = :account AND action = :action
                           AND (:after::bigint IS NULL OR id < :after::bigint)
                         ORDER BY id DESC LIMIT :limit""")
                .param("account", account.value())
                .param("action", action.value())
                .param("after", after == null ? null : Long.valueOf(after))
                .param("limit", limit + 1)
                .query((row, _) -> new Line(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("cashier"),
                        Money.of(row.getBigDecimal("amount")),
                        requireNonNull(Columns.instant(row, "at")),
                        Columns.instant(row, "returned_at"),
                        row.getString("reason")))
                .list();
        return Slice.of(lines, limit, line -> Long.toString(line.id()));
    }
}
