package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trail-days").factory());

    TrailDays(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        orTell("made", this::make); // what comes before its day is made lies in the table for the rest
        timer.scheduleWithFixedDelay(() -> orTell("made", this::make), 1, 1, TimeUnit.HOURS);
        timer.scheduleWithFixedDelay(() -> orTell("summarised", this::summarise), 1, 1, TimeUnit.MINUTES);
    }

    private static void orTell(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Days of receipts and traces could not be {}, trying again: {}", what, e.toString());
        }
    }

    /** Makes the days to come and drops those that are over. */
    void make() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (String table : TABLES) {
            for (int i = 0; i <= AHEAD; i++) {
                make(table, today.plusDays(i));
            }
            drop(table, today.minusDays(KEPT_DAYS + 1));
        }
    }

    private void make(String table, LocalDate day) {
        String name = table + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        transactions.run(Pool.BACKGROUND, () -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('pipeline.trail'))::text")
                    .query((row, _) -> row.getString(1))
                    .list(); // nodes that start at once must not make the same day twice
            boolean there = jdbc.sql("SELECT to_regclass(:name) IS NOT NULL")
                    .param("name", "pipeline." + name)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                jdbc.sql("CREATE TABLE pipeline.%s (LIKE pipeline.%s INCLUDING ALL)".formatted(name, table))
                        .update();
                jdbc.sql(
                                "ALTER TABLE pipeline.%s ATTACH PARTITION pipeline.%s FOR VALUES FROM ('%s 00:00:00+00') TO ('%s 00:00:00+00')"
                                        .formatted(table, name, day, day.plusDays(1)))
                        .update();
            }
        });
    }

    private void drop(String table, LocalDate before) {
        List<String> old = jdbc.sql("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = 'pipeline'::regnamespace AND relkind = 'r'
                           AND relname LIKE :pattern AND relname < :oldest""")
                .param("pattern", table.replace("_", "\\_") + "\\_2%")
                .param("oldest", table + "_" + before.format(DateTimeFormatter.BASIC_ISO_DATE))
                .query((row, _) -> row.getString(1))
                .list();
        for (String name : old) {
            transactions.run(
                    Pool.BACKGROUND,
                    () -> jdbc.sql("DROP TABLE pipeline." + name).update());
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
        timer.shutdownNow();
    }
}
