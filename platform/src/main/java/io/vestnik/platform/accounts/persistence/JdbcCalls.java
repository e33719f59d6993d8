package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.domain.Call;
import io.vestnik.platform.accounts.domain.CallStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalls implements CallStore {

    /** What people may set conditions on. */
    private static final Map<String, Where.Place> PLACES = Map.of(
            "at", new Where.Place("at", Where.Kind.MOMENT),
            "status", new Where.Place("status", Where.Kind.NUMBER),
            "millis", new Where.Place("millis", Where.Kind.NUMBER));

    private static final String ADD = """
            WITH head AS (
              INSERT INTO accounts.call_head AS h (account, last, lost, lost_at)
              SELECT account, calls, lost, CASE WHEN lost > 0 THEN CAST(:at AS timestamptz) END
                FROM unnest(:accounts::bigint[], :calls::bigint[], :losses::bigint[]) AS came (account, calls, lost)
              ON CONFLICT (account) DO UPDATE
                 SET last = h.last + excluded.last, lost = h.lost + excluded.lost,
                     lost_at = coalesce(excluded.lost_at, h.lost_at)
              RETURNING account, last)
            INSERT INTO accounts.call (account, slot, number, at, key, name, method, route, status, millis, address, request)
            SELECT account, (last - back) % :kept, last - back, c.at, key, name, method, route, status, millis, address,
                   request
              FROM unnest(:owners::bigint[], :backs::int[], :moments::timestamptz[], :keys::bigint[], :names::text[],
                          :methods::text[], :routes::text[], :statuses::int[], :millis::int[], :addresses::text[],
                          :requests::text[])
                   AS c (account, back, at, key, name, method, route, status, millis, address, request)
              JOIN head USING (account)
            ON CONFLICT (account, slot) DO UPDATE
               SET number = excluded.number, at = excluded.at, key = excluded.key, name = excluded.name,
                   method = excluded.method, route = excluded.route, status = excluded.status,
                   millis = excluded.millis, address = excluded.address, request = excluded.request""";

    private final JdbcClient jdbc;

    JdbcCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A call, and how many of its account come behind it in this round. */
    private record Placed(Call call, int back) {}

    @Override
    @AcrossAccounts("the node writes what it has noted itself, each call under its own account")
    public void add(Collection<Round> rounds, Instant at) {
        List<Placed> placed = new ArrayList<>();
        for (Round round : rounds) {
            int back = round.calls().size();
            for (Call call : round.calls()) {
                placed.add(new Placed(call, --back));
            }
        }
        jdbc.sql(ADD)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kept", KEPT)
                .param("accounts", array(rounds, Long[]::new, it -> it.account().value()))
                .param("calls", array(rounds, Long[]::new, it ->
                        (long) it.calls().size()))
                .param("losses", array(rounds, Long[]::new, Round::lost))
                .param(
                        "owners",
                        array(placed, Long[]::new, it -> it.call().account().value()))
                .param("backs", array(placed, Integer[]::new, Placed::back))
                .param(
                        "moments",
                        array(placed, String[]::new, it -> it.call().at().toString()))
                .param("keys", array(placed, Long[]::new, it -> it.call().key()))
                .param("names", array(placed, String[]::new, it -> it.call().name()))
                .param("methods", array(placed, String[]::new, it -> it.call().method()))
                .param("routes", array(placed, String[]::new, it -> it.call().route()))
                .param("statuses", array(placed, Integer[]::new, it -> it.call().status()))
                .param("millis", array(placed, Integer[]::new, it -> it.call().millis()))
                .param("addresses", array(placed, String[]::new, it -> it.call().address()))
                .param("requests", array(placed, String[]::new, it -> it.call().request()))
                .update();
    }

    private static <T, R> R[] array(Collection<T> of, IntFunction<R[]> fresh, Function<T, @Nullable R> column) {
        return of.stream().map(column).toArray(fresh);
    }

    @Override
    public Slice<Line> list(AccountId account, Wanted wanted, Order order, @Nullable String after, int limit) {
        Where where = Where.all(wanted.conditions(), PLACES);
        String beyond = order.descending() ? " < " : " > ";
        String way = order.descending() ? " DESC" : " ASC";
        String following = order.byMillis()
                ? "(millis, number)" + beyond + "(:value, :number) ORDER BY millis" + way + ", number" + way
                : "(0, number)" + beyond + "(:value, :number) ORDER BY number" + way;
        Outcome outcome = wanted.outcome();
        Behind from = Behind.of(after, order.descending());
        return Slice.of(
                where.on(jdbc.sql("""
                                SELECT number, account, key, name, at, method, route, status, millis, address, request
                                  FROM accounts.call
                                 WHERE account = :account
                                   AND (:search = '' OR strpos(lower(method || ' ' || route || ' ' || address || ' ' || request),
                                                               lower(:search)) > 0)
                                   AND (:name = '' OR name = :name) AND status BETWEEN :least AND :most
                                """ + where.sql() + " AND " + following + " LIMIT :limit"))
                        .param("account", account.value())
                        .param("search", wanted.search())
                        .param("name", wanted.name() == null ? "" : wanted.name())
                        .param("least", outcome == null ? 0 : outcome.least())
                        .param("most", outcome == null ? Short.MAX_VALUE : outcome.most())
                        .param("value", from.value())
                        .param("number", from.number())
                        .param("limit", limit + 1)
                        .query(JdbcCalls::line)
                        .list(),
                limit,
                it -> (order.byMillis() ? it.call().millis() : 0) + "-" + it.number());
    }

    /** Behind which line a page begins. */
    private record Behind(int value, long number) {
        static Behind of(@Nullable String after, boolean descending) {
            if (after != null && after.matches("\\d{1,9}-\\d{1,18}")) {
                String[] parts = after.split("-", 2);
                return new Behind(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
            }
            return descending ? new Behind(Integer.MAX_VALUE, Long.MAX_VALUE) : new Behind(-1, -1);
        }
    }

    @Override
    public Optional<Lost> lost(AccountId account) {
        return jdbc.sql("SELECT lost, lost_at FROM accounts.call_head WHERE account = :account AND lost > 0")
                .param("account", account.value())
                .query((row, _) -> new Lost(
                        row.getLong("lost"), row.getTimestamp("lost_at").toInstant()))
                .optional();
    }

    @Override
    public List<String> names(AccountId account) {
        return jdbc.sql("SELECT DISTINCT name FROM accounts.call WHERE account = :account ORDER BY name LIMIT 200")
                .param("account", account.value())
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private static Line line(ResultSet row, int ignored) throws SQLException {
        return new Line(
                row.getLong("number"),
                new Call(
                        new AccountId(row.getLong("account")),
                        row.getObject("key", Long.class),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("method"),
                        row.getString("route"),
                        row.getInt("status"),
                        row.getInt("millis"),
                        row.getString("address"),
                        row.getString("request")));
    }
}
