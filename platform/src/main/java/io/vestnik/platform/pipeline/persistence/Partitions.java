package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes partitions four periods ahead, so that no message ever waits for one. */
@Component
@AcrossAccounts("it makes and drops partitions")
class Partitions implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final int AHEAD = 4;
    private static final String STORAGE =
            " WITH (autovacuum_vacuum_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.1";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("partitions").factory());

    Partitions(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        make();
        timer.scheduleWithFixedDelay(this::makeOrTell, 1, 1, TimeUnit.HOURS);
    }

    private void makeOrTell() {
        try {
            make();
        } catch (RuntimeException e) {
            log.error("Partitions could not be made ahead: {}", e.toString());
        }
    }

    /** Makes what is missing of this period and the next four. */
    void make() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int i = 0; i <= AHEAD; i++) {
            LocalDate week = monday.plusWeeks(i);
            make(
                    "message",
                    week,
                    Long.toString(floor(week)),
                    Long.toString(floor(week.plusWeeks(1))),
                    ", fillfactor = 60)");
            LocalDate day = today.plusDays(i);
            make("upstream", day, "'" + day + "'", "'" + day.plusDays(1) + "'", ")");
            make("message_event", day, "'" + day + " 00:00:00+00'", "'" + day.plusDays(1) + " 00:00:00+00'", ")");
        }
        dropOldIds(today);
    }

    /** The networks' ids are kept for a week: a receipt that comes later has no message any more. */
    private void dropOldIds(LocalDate today) {
        String oldest = "upstream_" + today.minusDays(8).format(DateTimeFormatter.BASIC_ISO_DATE);
        List<String> old = jdbc.sql("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = 'pipeline'::regnamespace AND relkind = 'r'
                           AND relname LIKE 'upstream\\_2%' AND relname < :oldest""")
                .param("oldest", oldest)
                .query((row, _) -> row.getString(1))
                .list();
        for (String name : old) {
            transactions.run(
                    Pool.BACKGROUND,
                    () -> jdbc.sql("DROP TABLE pipeline." + name).update());
        }
    }

    private static long floor(LocalDate day) {
        return MessageId.floorOf(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void make(String table, LocalDate start, String from, String to, String storage) {
        String name = table + "_" + start.format(DateTimeFormatter.BASIC_ISO_DATE);
        transactions.run(Pool.BACKGROUND, () -> {
            boolean there = jdbc.sql("SELECT to_regclass(:name) IS NOT NULL")
                    .param("name", "pipeline." + name)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                // Made apart and attached: the lock that writers would wait for is held for an instant only.
                jdbc.sql("CREATE TABLE pipeline.%s (LIKE pipeline.%s INCLUDING ALL)%s"
                                .formatted(name, table, STORAGE + storage))
                        .update();
                jdbc.sql("ALTER TABLE pipeline.%s ATTACH PARTITION pipeline.%s FOR VALUES FROM (%s) TO (%s)"
                                .formatted(table, name, from, to))
                        .update();
            }
        });
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
