package io.vestnik.platform.store;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table that is partitioned by the days of UTC, of which some are kept: days are made ahead, so that no row waits for one, and
 * whole days are dropped.
 */
public final class DayPartitions {
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final String schema;
    private final String table;

    /**
     * The table; its partitions are called {@code table_20261231}.
     *
     * @param schema the caller's own
     */
    public DayPartitions(JdbcClient jdbc, Transactions transactions, String schema, String table) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.schema = schema;
        this.table = table;
    }

    /** Makes what is missing of these days, and drops those before the oldest that is kept. */
    public void keep(LocalDate oldest, LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            make(day);
        }
        for (String old : before(oldest)) {
            transactions.run(Pool.BACKGROUND, () -> execute("DROP TABLE " + schema + "." + old));
        }
    }

    private void make(LocalDate day) {
        String name = name(day);
        transactions.run(Pool.BACKGROUND, () -> {
            // Nodes that start at once must not make the same day twice.
            jdbc.sql("SELECT pg_advisory_xact_lock(hashtext(:table))::text")
                    .param("table", schema + "." + table)
                    .query((row, _) -> row.getString(1))
                    .list();
            if (exists(name)) {
                return;
            }
            // Made apart and attached: the lock that writers would wait for is held for an instant only.
            execute("CREATE TABLE %1$s.%2$s (LIKE %1$s.%3$s INCLUDING ALL)".formatted(schema, name, table));
            execute("""
                    ALTER TABLE %1$s.%3$s ATTACH PARTITION %1$s.%2$s
                      FOR VALUES FROM ('%4$s 00:00:00+00') TO ('%5$s 00:00:00+00')""".formatted(schema, name, table, day, day.plusDays(1)));
        });
    }

    private boolean exists(String name) {
        return jdbc.sql("SELECT to_regclass(:name) IS NOT NULL")
                .param("name", schema + "." + name)
                .query(Boolean.class)
                .single();
    }

    private List<String> before(LocalDate oldest) {
        return jdbc.sql("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = :schema::regnamespace AND relkind = 'r'
                           AND relname LIKE :pattern AND relname < :oldest""")
                .param("schema", schema)
                .param("pattern", table.replace("_", "\\_") + "\\_2%")
                .param("oldest", name(oldest))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private String name(LocalDate day) {
        return table + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
