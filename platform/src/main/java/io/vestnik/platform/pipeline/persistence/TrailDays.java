package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.DayPartitions;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks after what only explains: a table for each day of receipts, refusals and traces, dropped after a week; and the summaries by
 * which a message is found, which nobody makes while it is written.
 */
@Component
@AcrossAccounts("whole days of all accounts")
class TrailDays implements DisposableBean {
    static final int KEPT_DAYS = 7;
    private static final Logger log = LoggerFactory.getLogger(TrailDays.class);
    private static final int AHEAD = 3;
    private static final List<String> TABLES = List.of("receipt", "attempt", "wire_trace");

    /** Ranges of one statement: it ends within a second. */
    private static final int CHUNK = 500;

    /** The first range of each summary that was not looked at; only the timer's thread touches it. */
    private final Map<String, Long> next = new HashMap<>();

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;
    private final Timetable timetable = new Timetable("trail-days", log);

    TrailDays(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        make();
        timetable
                .every(Duration.ofHours(1), "Making days of receipts and traces", this::make)
                .every(Duration.ofMinutes(1), "Summarising receipts and traces", this::summarise);
    }

    /** Makes the days to come and drops those that are over. */
    void make() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (String table : TABLES) {
            new DayPartitions(jdbc, transactions, "pipeline", table)
                    .keep(today.minusDays(KEPT_DAYS + 1), today, today.plusDays(AHEAD));
        }
    }

    /** Summarises the full ranges that nobody has yet; the last one, still being written, is read whole by searches. */
    void summarise() {
        List<String> indexes = Pool.BACKGROUND.call(
                () -> jdbc.sql("""
                        SELECT i.indexrelid::regclass::text
                          FROM pg_index i
                          JOIN pg_class c ON c.oid = i.indexrelid
                          JOIN pg_am a ON a.oid = c.relam
                          JOIN pg_class t ON t.oid = i.indrelid
                         WHERE a.amname = 'brin' AND c.relkind = 'i' AND t.relnamespace = 'pipeline'::regnamespace
                           AND pg_relation_size(t.oid) > 0""").query((row, _) -> row.getString(1)).list());
        next.keySet().retainAll(indexes);
        for (String index : indexes) {
            while (summarise(index) == CHUNK) {
                log.debug("{} has more to summarise", index);
            }
        }
    }

    /** Some ranges from where the last call ended; tells how many there were. */
    private int summarise(String index) {
        long from = next.getOrDefault(index, 0L);
        int ranges = Pool.BACKGROUND.call(() -> jdbc.sql("""
                        SELECT count(brin_summarize_range(r.index, r.range * r.pages))
                          FROM (SELECT i.index, p.pages, n.range
                                  FROM (SELECT :index::regclass AS index) i
                                  JOIN pg_index x ON x.indexrelid = i.index
                                  JOIN pg_class c ON c.oid = i.index
                                 CROSS JOIN LATERAL (
                                   SELECT substring(array_to_string(c.reloptions, ',')
                                                    FROM 'pages_per_range=(\\d+)')::bigint AS pages) p
                                 CROSS JOIN LATERAL generate_series(
                                   :from, pg_relation_size(x.indrelid) / 8192 / p.pages - 1) AS n(range)
                                 LIMIT :chunk) r""")
                .param("index", index)
                .param("from", from)
                .param("chunk", CHUNK)
                .query(Integer.class)
                .single());
        next.put(index, from + ranges);
        return ranges;
    }

    @Override
    public void destroy() {
        timetable.close();
    }
}
