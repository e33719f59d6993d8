package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.WireTap;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.TraceStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("only the operator traces, and sees receipts that belong to nobody")
class JdbcTraceStore implements TraceStore {
    private final JdbcClient jdbc;

    JdbcTraceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version() {
        return jdbc.sql(
                        "SELECT coalesce(sum(id * 31 + extract(epoch FROM until)::bigint), 0)::bigint FROM pipeline.tracing")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Tracing> active(Instant now) {
        return jdbc.sql("""
                        SELECT id, route, account, until, started_at, started_by FROM pipeline.tracing
                         WHERE until > :now ORDER BY id DESC LIMIT 100""")
                .param("now", Times.sql(now))
                .query((row, _) -> {
                    long route = row.getLong("route");
                    long account = row.getLong("account");
                    return new Tracing(
                            row.getLong("id"),
                            route == 0 ? null : new RouteId(route),
                            account == 0 ? null : new AccountId(account),
                            Times.instant(row, "until"),
                            Times.instant(row, "started_at"),
                            row.getString("started_by"));
                })
                .list();
    }

    @Override
    public void start(Who who, @Nullable RouteId route, @Nullable AccountId account, Duration span, Instant now) {
        jdbc.sql("DELETE FROM pipeline.tracing WHERE until < :now")
                .param("now", Times.sql(now))
                .update();
        jdbc.sql("""
                INSERT INTO pipeline.tracing (route, account, until, started_at, started_by)
                VALUES (:route, :account, :until, :now, :by)""")
                .param("route", route == null ? null : route.value(), java.sql.Types.BIGINT)
                .param("account", account == null ? null : account.value(), java.sql.Types.BIGINT)
                .param("until", Times.sql(now.plus(span)))
                .param("now", Times.sql(now))
                .param("by", who.name())
                .update();
    }

    @Override
    public boolean stop(Who who, long id, Instant now) {
        return jdbc.sql("UPDATE pipeline.tracing SET until = :now WHERE id = :id AND until > :now")
                        .param("id", id)
                        .param("now", Times.sql(now))
                        .update()
                == 1;
    }

    @Override
    public Map<Long, AccountId> accountsOf(List<Long> messages) {
        Map<Long, AccountId> accounts = new HashMap<>();
        if (!messages.isEmpty()) {
            jdbc.sql("""
                    SELECT id, account FROM pipeline.message
                     WHERE id = ANY(:ids::bigint[]) AND id BETWEEN :lowest AND :highest""").params(Range.of(messages)).query(row -> {
                accounts.put(row.getLong("id"), new AccountId(row.getLong("account")));
            });
        }
        return accounts;
    }

    @Override
    public void write(List<WireTap.Unit> units, Map<Long, AccountId> accounts) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("at", units.stream().map(u -> micros(u.at())).toArray(Long[]::new));
        columns.put("routes", units.stream().map(u -> u.route().value()).toArray(Long[]::new));
        columns.put("binds", units.stream().map(WireTap.Unit::bind).toArray(String[]::new));
        columns.put(
                "out",
                units.stream().map(u -> u.direction() == WireTap.Direction.OUT).toArray(Boolean[]::new));
        columns.put("messages", units.stream().map(JdbcTraceStore::message).toArray(Long[]::new));
        columns.put(
                "accounts",
                units.stream().map(u -> account(accounts.get(message(u)))).toArray(Long[]::new));
        columns.put("raws", units.stream().map(u -> u.octets().toArray()).toArray(byte[][]::new));
        jdbc.sql("""
                INSERT INTO pipeline.wire_trace (at, route, bind, outward, message, account, raw)
                SELECT to_timestamp(at / 1000000.0), route, bind, outward, message, account, raw
                  FROM unnest(:at::bigint[], :routes::bigint[], :binds::text[], :out::boolean[], :messages::bigint[],
                              :accounts::bigint[], :raws::bytea[])
                    AS t(at, route, bind, outward, message, account, raw)""").params(columns).update();
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static @Nullable Long message(WireTap.Unit unit) {
        MessageId message = unit.message();
        return message == null ? null : message.value();
    }

    private static @Nullable Long account(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    @Override
    public List<Traced> last(Who who, RouteId route, int limit) {
        return jdbc.sql("""
                        SELECT at, bind, outward, message, raw FROM pipeline.wire_trace
                         WHERE route = :route AND at > clock_timestamp() - interval '1 day'
                         ORDER BY at DESC LIMIT :limit""")
                .param("route", route.value())
                .param("limit", limit)
                .query((row, _) -> {
                    long message = row.getLong("message");
                    return new Traced(
                            Times.instant(row, "at"),
                            row.getString("bind"),
                            row.getBoolean("outward"),
                            message == 0 ? null : message,
                            Octets.of(row.getBytes("raw")));
                })
                .list();
    }

    @Override
    public List<Parked> parked(Who who, long below, int limit) {
        return jdbc.sql("""
                        SELECT id, received_at, route, upstream_id, recipient, status, code, raw, orphan
                          FROM pipeline.parked_receipt WHERE id < :below ORDER BY id DESC LIMIT :limit""")
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> {
                    byte[] raw = row.getBytes("raw");
                    return new Parked(
                            row.getLong("id"),
                            Times.instant(row, "received_at"),
                            new RouteId(row.getLong("route")),
                            row.getString("upstream_id"),
                            row.getString("recipient"),
                            DeliveryReport.Status.ofNumber(row.getInt("status")),
                            new Kept(
                                    row.getString("code"),
                                    raw == null ? null : Octets.of(raw),
                                    row.getBoolean("orphan")));
                })
                .list();
    }
}
