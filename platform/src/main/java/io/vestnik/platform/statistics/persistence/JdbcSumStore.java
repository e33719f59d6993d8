package io.vestnik.platform.statistics.persistence;

import io.vestnik.platform.pipeline.Tally.Alike;
import io.vestnik.platform.statistics.domain.Change;
import io.vestnik.platform.statistics.domain.Failure;
import io.vestnik.platform.statistics.domain.Moment;
import io.vestnik.platform.statistics.domain.SumStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("messages of all are counted together, each count names its account")
class JdbcSumStore implements SumStore {
    private static final Map<Grain, String> ADD = new EnumMap<>(Map.of(
            Grain.HOURLY, add("hourly", "hour", "timestamptz", "sender, mcc_mnc"),
            Grain.DAILY, add("daily", "day", "date", "sender, mcc_mnc, region")));

    private final JdbcClient jdbc;

    JdbcSumStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String add(String table, String time, String type, String key) {
        String counters = SumColumns.each(SumColumns.ALL, "%s");
        return """
                INSERT INTO statistics.%1$s AS t (account, %2$s, campaign, %4$s, way, %5$s)
                SELECT account, at::%3$s, campaign, %4$s, way, %5$s
                  FROM unnest(:account::bigint[], :at::text[], :campaign::bigint[], :sender::text[], :mcc_mnc::text[],
                              :region::text[], :way::smallint[], %6$s)
                    AS c(account, at, campaign, sender, mcc_mnc, region, way, %5$s)
                ON CONFLICT (account, %2$s, campaign, %4$s, way) DO UPDATE SET %7$s""".formatted(
                table, time, type, key, counters, arrays(), SumColumns.each(SumColumns.ALL, "%s = t.%s + excluded.%s"));
    }

    private static String arrays() {
        return SumColumns.ALL.stream()
                .map(name -> ":" + name + (name.equals("charged") ? "::numeric[]" : "::bigint[]"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public long through() {
        return jdbc.sql("SELECT through FROM statistics.progress")
                .query(Long.class)
                .single();
    }

    @Override
    public void through(long id) {
        jdbc.sql("UPDATE statistics.progress SET through = :id").param("id", id).update();
    }

    @Override
    public void add(Grain grain, Map<Alike, Change> changes) {
        Map<Alike, Change> real = new HashMap<>(changes);
        real.values().removeIf(change -> !change.any());
        if (!real.isEmpty()) {
            jdbc.sql(Objects.requireNonNull(ADD.get(grain)))
                    .params(SumColumns.arrays(real))
                    .update();
        }
    }

    @Override
    public void happened(Map<Moment, Long> moments) {
        List<Map.Entry<Moment, Long>> rows = moments.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Moment::account)
                        .thenComparing(Moment::hour)
                        .thenComparingLong(moment -> SumColumns.number(moment.campaign()))
                        .thenComparingInt(JdbcSumStore::kind)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO statistics.happened AS t (account, hour, campaign, kind, messages)
                SELECT account, hour::timestamptz, campaign, kind, messages
                  FROM unnest(:accounts::bigint[], :hours::text[], :campaigns::bigint[], :kinds::smallint[], :messages::bigint[])
                    AS c(account, hour, campaign, kind, messages)
                ON CONFLICT (account, hour, campaign, kind) DO UPDATE SET messages = t.messages + excluded.messages""")
                .param("accounts", column(rows, moment -> moment.account().value(), Long[]::new))
                .param(
                        "hours",
                        column(
                                rows,
                                moment -> moment.hour().atOffset(ZoneOffset.UTC).toString(),
                                String[]::new))
                .param("campaigns", column(rows, moment -> SumColumns.number(moment.campaign()), Long[]::new))
                .param("kinds", column(rows, JdbcSumStore::kind, Integer[]::new))
                .param("messages", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    @Override
    public void failed(Map<Failure, Long> failures) {
        List<Map.Entry<Failure, Long>> rows = failures.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Failure::account)
                        .thenComparing(Failure::day)
                        .thenComparingLong(failure -> SumColumns.number(failure.campaign()))
                        .thenComparing(Failure::mccMnc)
                        .thenComparing(Failure::code)
                        .thenComparing(Failure::receipt)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO statistics.failed AS t (account, day, campaign, mcc_mnc, code, receipt, messages)
                SELECT account, day::date, campaign, mcc_mnc, code, receipt, messages
                  FROM unnest(:accounts::bigint[], :days::text[], :campaigns::bigint[], :networks::text[], :codes::text[],
                              :receipts::boolean[], :messages::bigint[])
                    AS c(account, day, campaign, mcc_mnc, code, receipt, messages)
                ON CONFLICT (account, day, campaign, mcc_mnc, code, receipt) DO UPDATE
                   SET messages = t.messages + excluded.messages""")
                .param("accounts", column(rows, failure -> failure.account().value(), Long[]::new))
                .param("days", column(rows, failure -> failure.day().toString(), String[]::new))
                .param("campaigns", column(rows, failure -> SumColumns.number(failure.campaign()), Long[]::new))
                .param("networks", column(rows, Failure::mccMnc, String[]::new))
                .param("codes", column(rows, Failure::code, String[]::new))
                .param("receipts", column(rows, Failure::receipt, Boolean[]::new))
                .param("messages", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    private static <K, T> T[] column(List<Map.Entry<K, Long>> rows, Function<K, T> value, IntFunction<T[]> array) {
        return rows.stream().map(row -> value.apply(row.getKey())).toArray(array);
    }

    private static int kind(Moment moment) {
        return moment.mark() == null ? 0 : moment.mark().number();
    }
}
