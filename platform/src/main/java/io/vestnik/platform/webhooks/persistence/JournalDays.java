package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the journal's days ahead and drops the old ones, by the database's calendar. */
@Component
class JournalDays implements DisposableBean {
    /** For how many days the journal is kept. */
    static final int KEPT = 14;

    private static final Logger log = LoggerFactory.getLogger(JournalDays.class);
    private static final int AHEAD = 4;
    private static final String PREFIX = "told_";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks-days").factory());

    JournalDays(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        make();
        timer.scheduleWithFixedDelay(this::makeOrTell, 1, 1, TimeUnit.HOURS);
    }

    private void makeOrTell() {
        try {
            make();
        } catch (RuntimeException e) {
            log.error("Days of the journal of callbacks could not be made: {}", e.toString());
        }
    }

    private void make() {
        LocalDate today = jdbc.sql("SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .single();
        for (int i = 0; i <= AHEAD; i++) {
            make(today.plusDays(i));
        }
        String oldest = name(today.minusDays(KEPT));
        List<String> old = jdbc.sql("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = 'webhooks'::regnamespace AND relkind = 'r'
                           AND relname LIKE 'told\\_2%' AND relname < :oldest""")
                .param("oldest", oldest)
                .query((row, _) -> row.getString(1))
                .list();
        for (String name : old) {
            transactions.run(
                    Pool.BACKGROUND,
                    () -> jdbc.sql("DROP TABLE webhooks." + name).update());
        }
    }

    private void make(LocalDate day) {
        String name = name(day);
        transactions.run(Pool.BACKGROUND, () -> {
            boolean there = jdbc.sql("SELECT to_regclass(:name) IS NOT NULL")
                    .param("name", "webhooks." + name)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                // Made apart and attached: the lock that writers would wait for is held for an instant only.
                jdbc.sql("CREATE TABLE webhooks.%s (LIKE webhooks.told INCLUDING ALL)".formatted(name))
                        .update();
                jdbc.sql("ALTER TABLE webhooks.told ATTACH PARTITION webhooks.%s FOR VALUES FROM ('%s') TO ('%s')"
                                .formatted(name, day, day.plusDays(1)))
                        .update();
            }
        });
    }

    private static String name(LocalDate day) {
        return PREFIX + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
