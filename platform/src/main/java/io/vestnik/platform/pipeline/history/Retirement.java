package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.Pool;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes periods whose time is over out of their tables: detached without holding up anyone, written to a file where that is
 * wished, and only then dropped. What was begun and not finished is taken up again.
 */
@Component
@AcrossAccounts("terms of keeping are the installation's")
class Retirement {
    private static final Logger log = LoggerFactory.getLogger(Retirement.class);
    private static final String STREAM = "pipeline.message_event";

    private final JdbcClient jdbc;
    private final Pieces pieces;
    private final PartitionArchive archive;
    private final FactCursors cursors;
    private final HistorySettings settings;

    Retirement(
            JdbcClient jdbc, Pieces pieces, PartitionArchive archive, FactCursors cursors, HistorySettings settings) {
        this.jdbc = jdbc;
        this.pieces = pieces;
        this.archive = archive;
        this.cursors = cursors;
        this.settings = settings;
    }

    private record Partition(String name, boolean attached, boolean pending) {}

    /**
     * Retires what is due.
     *
     * @param goOn asked between pieces of work: whether this node may go on
     */
    void retire(Instant now, BooleanSupplier goOn) throws IOException {
        for (Partitioned table : Partitioned.values()) {
            Instant before = now.minus(term(table));
            for (Partition each : partitions(table)) {
                boolean due = table.end(each.name())
                        .filter(end -> !end.isAfter(before))
                        .isPresent();
                // One that was detached already is out of sight: it is brought to its end whatever the term is now.
                if ((due || !each.attached()) && goOn.getAsBoolean()) {
                    retire(table, each, goOn);
                }
            }
        }
    }

    private Duration term(Partitioned table) {
        return switch (table) {
            case MESSAGE -> settings.messages();
            case INBOUND -> settings.inbound();
            case MESSAGE_EVENT -> settings.facts();
            case UPSTREAM -> HistorySettings.UPSTREAM;
        };
    }

    private void retire(Partitioned table, Partition partition, BooleanSupplier goOn) throws IOException {
        String name = partition.name();
        if (partition.attached() && !partition.pending() && isNeeded(table, name, goOn)) {
            return;
        }
        if (partition.attached()) {
            detach(table, partition);
        }
        boolean file = table.isArchived() && settings.archive() == HistorySettings.Archiving.FILES;
        long rows = file ? archive.write(name, goOn) : 0;
        execute("DROP TABLE pipeline." + name);
        if (file) {
            log.info("{}: {} rows are in the archive now", name, rows);
        } else {
            log.info("{}: dropped, its time is over", name);
        }
    }

    private boolean isNeeded(Partitioned table, String name, BooleanSupplier goOn) throws IOException {
        return switch (table) {
            case MESSAGE -> holdsOpen(name, goOn);
            case MESSAGE_EVENT -> isUnread(name);
            case INBOUND, UPSTREAM -> false;
        };
    }

    private boolean holdsOpen(String name, BooleanSupplier goOn) throws IOException {
        long open = pieces.count(name, "state < " + MessageState.DELIVERED.number(), goOn);
        if (open > 0) {
            log.warn("{}: its time is over, but {} of its messages are not final; it stays", name, open);
        }
        return open > 0;
    }

    private boolean isUnread(String name) {
        long last = Pool.BACKGROUND.call(
                () -> jdbc.sql("""
                        SELECT coalesce((SELECT xid::text::bigint FROM pipeline.%s ORDER BY xid DESC, seq DESC LIMIT 1), 0)""".formatted(name)).query(Long.class).single());
        List<String> behind = Pool.BACKGROUND.call(() -> cursors.behind(STREAM, last));
        if (!behind.isEmpty()) {
            log.warn("{}: its time is over, but {} have not read it; it stays", name, behind);
        }
        return !behind.isEmpty();
    }

    /** Concurrently: nobody waits, and what a crash leaves half done is finished the next time. */
    private void detach(Partitioned table, Partition partition) {
        execute("ALTER TABLE pipeline.%s DETACH PARTITION pipeline.%s %s"
                .formatted(table.table(), partition.name(), partition.pending() ? "FINALIZE" : "CONCURRENTLY"));
    }

    private List<Partition> partitions(Partitioned table) {
        return Pool.BACKGROUND
                .call(() -> jdbc.sql("""
                        SELECT c.relname, i.inhrelid IS NOT NULL AS attached, coalesce(i.inhdetachpending, false) AS pending
                          FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
                         WHERE c.relnamespace = 'pipeline'::regnamespace AND c.relkind = 'r'
                         ORDER BY c.relname""")
                        .query((row, _) -> new Partition(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                        .list())
                .stream()
                .filter(found -> table.end(found.name()).isPresent())
                .toList();
    }

    private void execute(String sql) {
        Pool.BACKGROUND.run(() -> jdbc.sql(sql).update());
    }
}
