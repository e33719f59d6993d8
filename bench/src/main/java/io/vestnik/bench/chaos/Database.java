package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.LedgerSheet.Entry;
import io.vestnik.bench.chaos.LedgerSheet.Pocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What the database itself says, by SQL of the checker's own. */
final class Database implements AutoCloseable {

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Opens the embedded database by the files that it keeps its port and password in. */
    static Database open(Path postgres) throws SQLException {
        try {
            String port = Files.readString(postgres.resolve("port")).strip();
            String password = Files.readString(postgres.resolve("password")).strip();
            return new Database(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=chaos&connectTimeout=5",
                    "vestnik",
                    password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages that have not come to their end. */
    long open() throws SQLException {
        return query("SELECT count(*) FROM pipeline.message WHERE state < ?", row -> row.getLong(1), Row.DELIVERED)
                .getFirst();
    }

    /** Receipts that still will change something: their message is known, or somebody's doubt waits for them. */
    long waitingReceipts() throws SQLException {
        return query("""
                        SELECT count(*) FROM pipeline.parked_receipt p
                         WHERE NOT p.orphan
                           AND (EXISTS (SELECT FROM pipeline.upstream u
                                         WHERE u.route = p.route AND u.upstream_id = p.upstream_id
                                           AND u.recipient = p.recipient)
                                OR EXISTS (SELECT FROM pipeline.in_flight f
                                            WHERE f.route = p.route AND f.recipient = p.recipient
                                              AND f.doubt_since IS NOT NULL))""", row -> row.getLong(1)).getFirst();
    }

    /** The messages that are there now. */
    Earlier earlier() throws SQLException {
        return new Earlier(new HashSet<>(query("SELECT id FROM pipeline.message", row -> row.getLong(1))));
    }

    long highestTransaction() throws SQLException {
        return query("SELECT coalesce(max(tx), 0) FROM billing.ledger_entry", row -> row.getLong(1))
                .getFirst();
    }

    /** Every message. */
    List<Row> messages() throws SQLException {
        return query("""
                WITH told AS (
                  SELECT message, count(*) FILTER (WHERE to_state = 6) AS doubts, sum(charged) AS charged,
                         (array_agg(to_state ORDER BY xid DESC, seq DESC))[1] AS last_state
                    FROM pipeline.message_event GROUP BY message)
                SELECT m.id, m.recipient, m.campaign, m.state, m.error, m.sent_at IS NOT NULL AS sent,
                       m.callback IS NOT NULL OR coalesce(m.registered, 0) <> 0 AS listens, m.parts, m.price,
                       q.own_on_sent, q.payers, q.per_part, q.on_sent,
                       coalesce(t.doubts, 0) AS doubts, coalesce(t.last_state, 0) AS last_state,
                       coalesce(t.charged, 0) AS charged
                  FROM pipeline.message m JOIN pipeline.quote q ON q.id = m.quote
                  LEFT JOIN told t ON t.message = m.id""", Database::message);
    }

    private static Row message(ResultSet row) throws SQLException {
        Long[] payers = (Long[]) row.getArray("payers").getArray();
        BigDecimal[] perPart = (BigDecimal[]) row.getArray("per_part").getArray();
        Boolean[] onSent = (Boolean[]) row.getArray("on_sent").getArray();
        List<Row.Level> levels = new ArrayList<>();
        for (int i = 0; i < payers.length; i++) {
            levels.add(new Row.Level(payers[i], perPart[i], onSent[i]));
        }
        return new Row(
                row.getLong("id"),
                row.getString("recipient"),
                row.getObject("campaign", Long.class),
                row.getInt("state"),
                row.getString("error"),
                row.getBoolean("sent"),
                row.getBoolean("listens"),
                new Row.Terms(row.getInt("parts"), row.getBigDecimal("price"), row.getBoolean("own_on_sent"), levels),
                new Row.Told(row.getInt("doubts"), row.getInt("last_state"), row.getBigDecimal("charged")));
    }

    /** The ledger, with the entries of all transactions above this one. */
    LedgerSheet ledger(long after) throws SQLException {
        List<Entry> entries = query(
                "SELECT tx, account, kind, operation, amount FROM billing.ledger_entry WHERE tx > ?",
                row -> new Entry(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getBigDecimal(5)),
                after);
        Map<Long, BigDecimal> available = new HashMap<>();
        query(
                "SELECT account, available FROM billing.account_balance",
                row -> available.put(row.getLong(1), row.getBigDecimal(2)));
        Map<Pocket, BigDecimal> sums = new HashMap<>();
        query(
                "SELECT account, kind, sum(amount) FROM billing.ledger_entry GROUP BY account, kind",
                row -> sums.put(new Pocket(row.getLong(1), row.getInt(2)), row.getBigDecimal(3)));
        return new LedgerSheet(entries, available, sums);
    }

    /** A campaign's counters, by state. */
    Map<Integer, Long> counters(long campaign) throws SQLException {
        Map<Integer, Long> counts = new HashMap<>();
        query(
                "SELECT state, sum(messages) FROM campaigns.counter WHERE campaign = ? GROUP BY state",
                row -> counts.put(row.getInt(1), row.getLong(2)),
                campaign);
        return counts;
    }

    /** Everything about a number, for whoever looks into a fault. */
    String everythingAbout(String recipient) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String sql : List.of(
                "SELECT to_jsonb(m) - 'body' FROM pipeline.message m WHERE recipient = ?",
                "SELECT to_jsonb(e) FROM pipeline.message_event e JOIN pipeline.message m ON m.id = e.message"
                        + " WHERE m.recipient = ? ORDER BY e.xid, e.seq",
                "SELECT to_jsonb(f) FROM pipeline.in_flight f WHERE recipient = ?",
                "SELECT to_jsonb(u) FROM pipeline.upstream u WHERE recipient = ?",
                "SELECT to_jsonb(p) FROM pipeline.parked_receipt p WHERE recipient = ?")) {
            all.append("-- ").append(sql, sql.indexOf("FROM"), sql.length()).append('\n');
            query(sql, row -> row.getString(1), recipient)
                    .forEach(line -> all.append(line).append('\n'));
        }
        return all.toString();
    }

    private interface Reading<T> {

        T from(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reading.from(found));
                }
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
