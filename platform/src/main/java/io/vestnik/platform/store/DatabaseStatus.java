package io.vestnik.platform.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the database is doing, for the person on duty. */
@Component
public class DatabaseStatus {
    private static final Logger log = LoggerFactory.getLogger(DatabaseStatus.class);
    private static final int SHOWN = 8;
    private static final String STATEMENTS = "pg_stat_statements";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final StoreSettings settings;
    private volatile boolean asked;

    DatabaseStatus(JdbcClient jdbc, Transactions transactions, StoreSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * What there is to know.
     *
     * @param bytes the size of the database
     * @param connections open now, of the most that may be
     * @param longest seconds that the oldest transaction is open
     */
    public record Figures(long bytes, int connections, int active, int most, double longest) {}

    /** A kind of statement: how often it ran, how long in all and at a time, in milliseconds. */
    public record Statement(String text, long calls, double total, double mean) {}

    /** The disk of the data folder, in bytes. */
    public record Disk(long free, long total) {}

    public Figures figures() {
        return jdbc.sql("""
                        SELECT pg_database_size(current_database()) AS bytes,
                               count(*) AS connections,
                               count(*) FILTER (WHERE state = 'active') AS active,
                               current_setting('max_connections')::integer AS most,
                               coalesce(extract(epoch FROM clock_timestamp() - min(xact_start)), 0) AS longest
                          FROM pg_stat_activity
                         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""")
                .query((row, _) -> new Figures(
                        row.getLong("bytes"),
                        row.getInt("connections"),
                        row.getInt("active"),
                        row.getInt("most"),
                        row.getDouble("longest")))
                .single();
    }

    /** The kinds of statements that took the most time since the server counts; nothing where it does not count them. */
    public List<Statement> slowest() {
        if (!counts()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT s.query, s.calls, s.total_exec_time AS total, s.mean_exec_time AS mean
                          FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
                         WHERE d.datname = current_database()
                         ORDER BY s.total_exec_time DESC LIMIT :shown""")
                .param("shown", SHOWN)
                .query((row, _) -> new Statement(
                        row.getString("query").replaceAll("\\s+", " ").strip(),
                        row.getLong("calls"),
                        row.getDouble("total"),
                        row.getDouble("mean")))
                .list();
    }

    /** Whether the server counts statements: its library is loaded at the server's start, its view made here once. */
    public boolean counts() {
        boolean loaded = jdbc.sql("""
                        SELECT current_setting('shared_preload_libraries') LIKE :library
                               AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)""")
                .param("library", "%" + STATEMENTS + "%")
                .query(Boolean.class)
                .single();
        if (loaded && !asked) {
            asked = true;
            try {
                transactions.run(
                        Pool.BACKGROUND,
                        () -> jdbc.sql("CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public")
                                .update());
            } catch (DataAccessException e) {
                log.warn("Statements cannot be counted: {}", e.toString());
            }
        }
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = :name)"
                        + " AND current_setting('shared_preload_libraries') LIKE '%' || :name || '%'")
                .param("name", STATEMENTS)
                .query(Boolean.class)
                .single();
    }

    /** The disk where files and the embedded database lie. */
    public Disk disk() {
        try {
            FileStore store = Files.getFileStore(settings.data());
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            log.warn("The disk cannot be asked for its space: {}", e.toString());
            return new Disk(0, 0);
        }
    }
}
