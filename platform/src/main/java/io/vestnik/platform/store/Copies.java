package io.vestnik.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts many rows in place by COPY, in the caller's transaction: it costs the database less than half of what arrays do. */
@Component
@AcrossAccounts("the statement and its rows are the caller's, who names the account")
public class Copies {
    private final JdbcTemplate jdbc;

    Copies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the rows of one COPY. */
    public interface Rows {
        void write(BinaryRows rows) throws SQLException;
    }

    /**
     * Copies rows into a table.
     *
     * @param statement {@code COPY … FROM STDIN (FORMAT binary)}
     */
    public void copy(String statement, Rows rows) {
        jdbc.execute((Connection connection) -> {
            copy(connection, statement, rows);
            return true;
        });
    }

    /** As {@link #copy}; false when one of the rows is there already: then nothing is put in place, and the transaction goes on. */
    public boolean copyNew(String statement, Rows rows) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
            Savepoint before = connection.setSavepoint();
            try {
                copy(connection, statement, rows);
            } catch (SQLException e) {
                if (PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                    connection.rollback(before);
                    return false;
                }
                throw e;
            }
            connection.releaseSavepoint(before);
            return true;
        }));
    }

    private static void copy(Connection connection, String statement, Rows rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            BinaryRows writer = new BinaryRows(copy);
            rows.write(writer);
            writer.end();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
