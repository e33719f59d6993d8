package io.vestnik.bench.pipeline;

import io.vestnik.bench.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The server's database, asked by SQL of our own. */
public final class Database implements AutoCloseable {

    private static final long ENOUGH = 100_000_000;

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    public static Database of(Installation installation) {
        return of(installation.folder().resolve("data/postgres"));
    }

    /** Opens the embedded database by the files that it keeps its port and password in. */
    static Database of(Path postgres) {
        try {
            String port = Files.readString(postgres.resolve("port")).strip();
            String password = Files.readString(postgres.resolve("password")).strip();
            return new Database(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=bench", "vestnik", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not let us look", e);
        }
    }

    /** What was written ahead and brought to the disk so far, and transactions that were committed. */
    public record Log(long bytes, long syncs, long commits) {}

    Log log() {
        return one("""
                       SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                              (SELECT sum(fsyncs)::bigint FROM pg_stat_io),
                              (SELECT sum(xact_commit)::bigint FROM pg_stat_database)\
                       """, row -> new Log(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    /** A thousand times the money that a demonstration has, booked as it was booked: a bench must not run out of it. */
    void enrich() {
        if (number("SELECT min(available)::bigint FROM billing.account_balance") > ENOUGH) {
            return; // an earlier run on these data did it
        }
        run("""
            WITH booked AS (
              SELECT tx, nextval('billing.transaction_id') AS again FROM (SELECT DISTINCT tx FROM billing.ledger_entry) AS all_),
            entered AS (
              INSERT INTO billing.ledger_entry (tx, seq, account, kind, operation, cause, count, amount, at)
              SELECT again, seq, account, kind, operation, cause, count, amount * 1000, at
                FROM billing.ledger_entry JOIN booked USING (tx)
              RETURNING account, kind, amount)
            UPDATE billing.account_balance AS balance SET available = available + more.amount
              FROM (SELECT account, sum(amount) AS amount FROM entered WHERE kind = 1 GROUP BY account) AS more
             WHERE balance.account = more.account\
            """);
    }

    /** A number that a query answers with. */
    public long number(String sql) {
        return one(sql, row -> row.getLong(1));
    }

    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses " + sql, e);
        }
    }

    /** Does several things in one transaction. */
    void together(Runnable work) {
        try {
            connection.setAutoCommit(false);
            try {
                work.run();
                connection.commit();
            } finally {
                connection.rollback(); // nothing is left to roll back where all went well
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses a transaction", e);
        }
    }

    /** Octets for a COPY, a piece at a time; an empty one ends it. */
    interface Source {

        byte[] more();
    }

    void copy(String sql, Source source) {
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            for (byte[] piece = source.more(); piece.length > 0; piece = source.more()) {
                copy.writeToCopy(piece, 0, piece.length);
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses " + sql, e);
        }
    }

    /** Runs a statement with arrays of numbers and texts, and commits. */
    void update(String sql, Long[] numbers, String[] texts) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers));
            statement.setArray(2, connection.createArrayOf("text", texts));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses " + sql, e);
        }
    }

    /** Reads a row of an answer. */
    public interface Reading<T> {

        T from(ResultSet row) throws SQLException;
    }

    public <T> T one(String sql, Reading<T> reading, Object... parameters) {
        return all(sql, reading, parameters).getFirst();
    }

    public <T> List<T> all(String sql, Reading<T> reading, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reading.from(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database refuses " + sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
