package io.vestnik.bench;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the database itself says, by SQL of our own: the server is not asked whether the server is right. */
public final class Books implements AutoCloseable {

    /** Names of the states by their number, as the schema stores them. */
    public static final List<String> STATES = List.of(
            "none",
            "scheduled",
            "moderation",
            "awaiting_payment",
            "queued",
            "sending",
            "in_doubt",
            "sent",
            "delivered",
            "read",
            "undelivered",
            "expired",
            "rejected",
            "cancelled");

    private static final int FIRST_FINAL = STATES.indexOf("delivered");

    // Pockets of an account in the ledger, as the schema stores them.
    private static final int AVAILABLE = 1;
    private static final int HELD = 2;

    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    /** Opens the embedded database by the files that it keeps its port and password in. */
    public static Books open(Path postgres) {
        try {
            String port = Files.readString(postgres.resolve("port")).strip();
            String password = Files.readString(postgres.resolve("password")).strip();
            return new Books(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres?ApplicationName=books", "vestnik", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not let us look", e);
        }
    }

    /** The database's time once all messages of a campaign are there and final; none before. */
    public Optional<Instant> allFinal(long campaign, long messages) {
        // The last ids are final last, so reading backwards finds an open one at once.
        String open = "SELECT 1 FROM pipeline.message WHERE campaign = ? AND state < ? ORDER BY id DESC LIMIT 1";
        if (!query(open, row -> 1, campaign, FIRST_FINAL).isEmpty()) {
            return Optional.empty();
        }
        String all = "SELECT clock_timestamp(), count(*) FROM pipeline.message WHERE campaign = ? AND state >= ?";
        return query(
                        all,
                        row -> row.getLong(2) >= messages
                                ? Optional.of(
                                        row.getObject(1, OffsetDateTime.class).toInstant())
                                : Optional.<Instant>empty(),
                        campaign,
                        FIRST_FINAL)
                .getFirst();
    }

    /** How many messages of a campaign are in which state. */
    public Map<String, Long> states(long campaign) {
        Map<String, Long> states = new LinkedHashMap<>();
        query(
                "SELECT state, count(*) FROM pipeline.message WHERE campaign = ? GROUP BY state ORDER BY state",
                row -> states.put(STATES.get(row.getInt(1)), row.getLong(2)),
                campaign);
        return states;
    }

    /** The states among these that are not the end of a message. */
    public static Map<String, Long> open(Map<String, Long> states) {
        Map<String, Long> open = new LinkedHashMap<>(states);
        open.keySet().removeIf(state -> STATES.indexOf(state) >= FIRST_FINAL);
        return open;
    }

    /** How many messages of a campaign the network has taken or refused so far. */
    public long answered(long campaign) {
        return query(
                        "SELECT count(*) FROM pipeline.message WHERE campaign = ? AND state >= ?",
                        row -> row.getLong(1),
                        campaign,
                        STATES.indexOf("sent"))
                .getFirst();
    }

    /** The state of each message of a campaign, by its number. */
    public Map<String, String> stateByNumber(long campaign) {
        Map<String, String> states = new HashMap<>();
        query(
                "SELECT recipient, state FROM pipeline.message WHERE campaign = ?",
                row -> states.put(row.getString(1), STATES.get(row.getInt(2))),
                campaign);
        return states;
    }

    /** Numbers that got more than one message of a campaign. */
    public long repeated(long campaign) {
        return query("""
                        SELECT count(*) FROM (
                          SELECT recipient FROM pipeline.message WHERE campaign = ? GROUP BY recipient HAVING count(*) > 1) AS twice""", row -> row.getLong(1), campaign).getFirst();
    }

    /** What does not fit in the ledger, in words; empty when it balances. Asked when nothing is on its way any more. */
    private List<String> faultsOfTheLedger() {
        return query("""
                SELECT 'transaction ' || tx || ' sums to ' || sum(amount)
                  FROM billing.ledger_entry GROUP BY tx HAVING sum(amount) <> 0
                UNION ALL
                SELECT 'account ' || account || ' has ' || coalesce(available::text, 'no balance') || ', its entries say '
                       || coalesce(entries::text, 'nothing')
                  FROM billing.account_balance
                  FULL JOIN (SELECT account, sum(amount) AS entries FROM billing.ledger_entry
                              WHERE kind = ? GROUP BY account) AS e USING (account)
                 WHERE coalesce(available, 0) <> coalesce(entries, 0)
                UNION ALL
                SELECT 'account ' || account || ', ' || cause || ': still held ' || sum(amount)
                  FROM billing.ledger_entry WHERE kind = ? GROUP BY account, cause HAVING sum(amount) <> 0
                LIMIT 20""", row -> row.getString(1), AVAILABLE, HELD);
    }

    /** As {@link #faultsOfTheLedger}, and messages, facts and ledger must tell of the same sum. */
    public List<String> faultsOfMoney(long campaign) {
        List<String> found = new ArrayList<>(faultsOfTheLedger());
        BigDecimal owed = owedFor(campaign);
        BigDecimal paid = paidFor(campaign);
        BigDecimal taken = takenFor(campaign);
        if (owed.compareTo(paid) != 0 || owed.compareTo(taken) != 0) {
            found.add("the messages cost " + owed + ", their facts say " + paid + ", the ledger took " + taken);
        }
        return found;
    }

    /**
     * What the owner of a campaign's messages must pay by their states and prices: for what was delivered, and for what the network
     * took where the price is charged on sending. A doubt that ended badly costs nothing: no answer ever said that it was taken.
     */
    private BigDecimal owedFor(long campaign) {
        return query("""
                        SELECT COALESCE(sum(m.price), 0)
                          FROM pipeline.message m JOIN pipeline.quote q ON q.id = m.quote
                         WHERE m.campaign = ? AND (m.state IN (?, ?) OR q.own_on_sent AND m.sent_at IS NOT NULL)""", row -> row.getBigDecimal(1), campaign, STATES.indexOf("delivered"), STATES.indexOf("read"))
                .getFirst();
    }

    /** What the ledger took from that owner under the campaign's name and did not give back. */
    private BigDecimal takenFor(long campaign) {
        return query("""
                        SELECT COALESCE(-sum(amount), 0) FROM billing.ledger_entry
                         WHERE cause = ? AND kind IN (?, ?)
                           AND account = (SELECT account FROM pipeline.message WHERE campaign = ? LIMIT 1)""", row -> row.getBigDecimal(1), "campaign " + campaign, AVAILABLE, HELD, campaign)
                .getFirst();
    }

    /** What the owner of a campaign's messages was debited for them, as the facts say. */
    public BigDecimal paidFor(long campaign) {
        return query(
                        "SELECT COALESCE(sum(charged), 0) FROM pipeline.message_event WHERE campaign = ?",
                        row -> row.getBigDecimal(1),
                        campaign)
                .getFirst();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {

        T from(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... parameters) {
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
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the books: " + sql, e);
        }
    }
}
