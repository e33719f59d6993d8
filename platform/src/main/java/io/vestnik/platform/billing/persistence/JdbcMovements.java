package io.vestnik.platform.billing.persistence;

import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.Operation;
import io.vestnik.platform.billing.domain.EntryKind;
import io.vestnik.platform.billing.domain.MovementStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Movements in PostgreSQL; a position is the xid below which every entry was summed up. */
@Repository
class JdbcMovements implements MovementStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcMovements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @AcrossAccounts("a timer sums up movements of all")
    public Optional<Portion> claim(int most) {
        Optional<String> from = jdbc.sql("SELECT upto::text FROM billing.folded FOR UPDATE SKIP LOCKED")
                .query((row, _) -> row.getString(1))
                .optional();
        return from.map(position -> {
            String upto = upto(position, most);
            return new Portion(upto, sums(position, upto));
        });
    }

    /** Below the oldest running transaction every entry is complete; of those, not more than one can add up quickly. */
    private String upto(String from, int most) {
        return jdbc.sql("""
                SELECT coalesce((SELECT e.xid FROM billing.ledger_entry e
                                  WHERE e.xid > :from::xid8 AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
                                  ORDER BY e.xid OFFSET :most LIMIT 1),
                                pg_snapshot_xmin(pg_current_snapshot()))::text""")
                .param("from", from)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private List<Sum> sums(String from, String upto) {
        return jdbc.sql("""
                SELECT account, kind, operation, cause, date_bin('30 minutes', at, '2025-01-01T00:00:00Z') AS half_hour,
                       sum(count) AS count, (sum(amount) * 10000)::bigint AS units
                  FROM billing.ledger_entry
                 WHERE xid >= :from::xid8 AND xid < :upto::xid8
                 GROUP BY account, kind, operation, cause, half_hour
                 ORDER BY account, kind, operation, cause, half_hour""")
                .param("from", from)
                .param("upto", upto)
                .query((row, _) -> new Sum(
                        new AccountId(row.getLong("account")),
                        EntryKind.ofNumber(row.getInt("kind")),
                        Operation.ofNumber(row.getInt("operation")),
                        row.getString("cause"),
                        row.getObject("half_hour", OffsetDateTime.class).toInstant(),
                        row.getLong("count"),
                        new Money(row.getLong("units"))))
                .list();
    }

    @Override
    public void add(Portion portion, List<DayTotal> totals) {
        if (!portion.sums().isEmpty()) {
            addSums(portion.sums());
            addDays(totals);
        }
        jdbc.sql("UPDATE billing.folded SET upto = :upto::xid8, at = :now")
                .param("upto", portion.upto())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void addSums(List<Sum> sums) {
        jdbc.sql("""
                INSERT INTO billing.entry_snapshot AS s (account, kind, amount)
                SELECT account, kind, sum(units) * 0.0001
                  FROM unnest(:accounts::bigint[], :kinds::int[], :units::bigint[]) AS n (account, kind, units)
                 GROUP BY account, kind
                ON CONFLICT (account, kind) DO UPDATE SET amount = s.amount + excluded.amount""")
                .param(
                        "accounts",
                        sums.stream().mapToLong(s -> s.account().value()).toArray())
                .param("kinds", sums.stream().mapToInt(s -> s.kind().number()).toArray())
                .param("units", sums.stream().mapToLong(s -> s.amount().units()).toArray())
                .update();
    }

    private void addDays(List<DayTotal> totals) {
        jdbc.sql("""
                INSERT INTO billing.movement AS m (account, day, cause, operation, count, amount)
                SELECT account, day, cause, operation, count, units * 0.0001
                  FROM unnest(:accounts::bigint[], :days::date[], :causes::text[], :operations::int[],
                              :counts::bigint[], :units::bigint[]) AS n (account, day, cause, operation, count, units)
                ON CONFLICT (account, day, cause, operation)
                DO UPDATE SET count = m.count + excluded.count, amount = m.amount + excluded.amount""")
                .param(
                        "accounts",
                        totals.stream().mapToLong(t -> t.account().value()).toArray())
                .param("days", totals.stream().map(t -> t.day().toString()).toArray(String[]::new))
                .param("causes", totals.stream().map(DayTotal::cause).toArray(String[]::new))
                .param(
                        "operations",
                        totals.stream().mapToInt(t -> t.operation().number()).toArray())
                .param("counts", totals.stream().mapToLong(DayTotal::count).toArray())
                .param(
                        "units",
                        totals.stream().mapToLong(t -> t.amount().units()).toArray())
                .update();
    }

    @Override
    public Slice<Movement> list(AccountId account, MovementFilter filter, @Nullable String cursor, int limit) {
        Key after = cursor == null ? Key.TOP : Key.read(cursor);
        List<Movement> rows = narrowed("""
                SELECT day, cause, operation, count, (amount * 10000)::bigint AS units
                  FROM billing.movement
                 WHERE account = :account AND day BETWEEN :from AND :to
                   AND (:operation = 0 OR operation = :operation)
                   AND (day, cause, operation) < (:day, :cause, :number)
                 ORDER BY day DESC, cause DESC, operation DESC
                 LIMIT :limit""", account, filter)
                .param("day", after.day)
                .param("cause", after.cause)
                .param("number", after.operation)
                .param("limit", limit + 1)
                .query((row, _) -> movement(row))
                .list();
        return Slice.of(rows, limit, Key::of);
    }

    @Override
    public Map<Operation, Money> totals(AccountId account, MovementFilter filter) {
        Map<Operation, Money> totals = new EnumMap<>(Operation.class);
        narrowed("""
                SELECT operation, (sum(amount) * 10000)::bigint AS units
                  FROM billing.movement
                 WHERE account = :account AND day BETWEEN :from AND :to
                   AND (:operation = 0 OR operation = :operation)
                 GROUP BY operation""", account, filter).query(row -> {
            totals.put(Operation.ofNumber(row.getInt(1)), new Money(row.getLong(2)));
        });
        return totals;
    }

    @Override
    public Map<AccountId, Money> totals(
            Collection<AccountId> accounts, Operation operation, LocalDate from, LocalDate to) {
        Map<AccountId, Money> totals = new HashMap<>();
        jdbc.sql("""
                SELECT account, (sum(amount) * 10000)::bigint AS units
                  FROM billing.movement
                 WHERE account = ANY (:accounts::bigint[]) AND operation = :operation AND day BETWEEN :from AND :to
                 GROUP BY account""")
                .param("accounts", accounts.stream().mapToLong(AccountId::value).toArray())
                .param("operation", operation.number())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    totals.put(new AccountId(row.getLong(1)), new Money(row.getLong(2)));
                });
        return totals;
    }

    private JdbcClient.StatementSpec narrowed(String sql, AccountId account, MovementFilter filter) {
        Operation operation = filter.operation();
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("from", Objects.requireNonNullElse(filter.from(), Key.FIRST_DAY))
                .param("to", Objects.requireNonNullElse(filter.to(), Key.LAST_DAY))
                .param("operation", operation == null ? 0 : operation.number());
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                row.getObject("day", LocalDate.class),
                Operation.ofNumber(row.getInt("operation")),
                row.getString("cause"),
                row.getLong("count"),
                new Money(row.getLong("units")));
    }

    /** A place in the list. */
    private record Key(LocalDate day, String cause, int operation) {
        private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
        private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
        private static final Key TOP = new Key(LAST_DAY, "", 0);

        static String of(Movement movement) {
            return movement.day() + "." + movement.operation().number() + "." + movement.cause();
        }

        /** A cursor that was tampered with shows the list from its beginning. */
        static Key read(String cursor) {
            String[] parts = cursor.split("\\.", 3);
            try {
                Key key = parts.length == 3
                        ? new Key(LocalDate.parse(parts[0]), parts[2], Integer.parseInt(parts[1]))
                        : TOP;
                return key.day.isBefore(FIRST_DAY) || key.day.isAfter(LAST_DAY) ? TOP : key;
            } catch (DateTimeParseException | NumberFormatException _) {
                return TOP;
            }
        }
    }
}
