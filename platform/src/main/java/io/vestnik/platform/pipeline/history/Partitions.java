package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes partitions four periods ahead, so that no message ever waits for one. */
@Component
@AcrossAccounts("tables are made for all")
class Partitions implements DisposableBean {
    /** How many periods beyond the present one are made; with fewer than two of them the server says that it is unwell. */
    static final int AHEAD = 4;

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;
    private final Timetable timetable = new Timetable("partitions", log);

    Partitions(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        make();
        timetable.every(Duration.ofMinutes(1), "Making partitions ahead", this::make);
    }

    /** Makes what is missing of this period and the next four. */
    void make() {
        for (Partitioned table : Partitioned.values()) {
            LocalDate start = table.start(clock.instant());
            for (int i = 0; i <= AHEAD; i++) {
                make(table, table.following(start, i));
            }
        }
    }

    /** How many periods after the present one have their partition, by table, without a gap. */
    Map<String, Integer> ahead() {
        Map<String, Integer> ahead = new TreeMap<>();
        for (Partitioned table : Partitioned.values()) {
            LocalDate start = table.start(clock.instant());
            int there = 0;
            while (there < AHEAD && exists(table.partition(table.following(start, there + 1)))) {
                there++;
            }
            ahead.put(table.table(), there);
        }
        return ahead;
    }

    private boolean exists(String name) {
        return Pool.BACKGROUND.call(() -> jdbc.sql("SELECT to_regclass(:name) IS NOT NULL")
                .param("name", "pipeline." + name)
                .query(Boolean.class)
                .single());
    }

    private void make(Partitioned table, LocalDate start) {
        String name = table.partition(start);
        if (exists(name)) {
            return;
        }
        String from = table.bound(start);
        String to = table.bound(table.following(start, 1));
        transactions.run(Pool.BACKGROUND, () -> {
            // Made apart and attached; what its rows must be is stated before, so that attaching reads none. Whoever
            // waits for a lock makes others wait behind it, so we rather come again in a minute.
            execute("SET LOCAL lock_timeout = '2s'");
            execute("CREATE TABLE pipeline.%s (LIKE pipeline.%s INCLUDING ALL)%s"
                    .formatted(name, table.table(), table.storage()));
            execute("ALTER TABLE pipeline.%1$s ADD CONSTRAINT period CHECK (%2$s >= %3$s AND %2$s < %4$s)"
                    .formatted(name, table.key(), from, to));
            execute("ALTER TABLE pipeline.%s ATTACH PARTITION pipeline.%s FOR VALUES FROM (%s) TO (%s)"
                    .formatted(table.table(), name, from, to));
            execute("ALTER TABLE pipeline.%s DROP CONSTRAINT period".formatted(name));
        });
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    @Override
    public void destroy() {
        timetable.close();
    }
}
