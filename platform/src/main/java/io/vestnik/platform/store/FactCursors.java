package io.vestnik.platform.store;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each subscriber of a stream of facts has come. A position is (xid, seq): a sequence alone would skip rows
 * that were numbered early and committed late.
 */
@Component
public class FactCursors {
    private final JdbcClient jdbc;

    FactCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in a stream: everything up to and including it was handed out. */
    public record Position(long xid, long seq) {
        /** Before the first fact. */
        public static final Position START = new Position(0, 0);
    }

    /** Where the subscriber stands, its row locked until the transaction ends; the start for a new one. */
    public Position lock(String stream, String subscriber) {
        return find(stream, subscriber).orElseGet(() -> {
            jdbc.sql("""
                    INSERT INTO store.fact_cursor (stream, subscriber) VALUES (:stream, :subscriber)
                    ON CONFLICT DO NOTHING""")
                    .param("stream", stream)
                    .param("subscriber", subscriber)
                    .update();
            return find(stream, subscriber).orElseThrow();
        });
    }

    private Optional<Position> find(String stream, String subscriber) {
        return jdbc.sql("""
                SELECT xid, seq FROM store.fact_cursor
                 WHERE stream = :stream AND subscriber = :subscriber FOR UPDATE""")
                .param("stream", stream)
                .param("subscriber", subscriber)
                .query((row, _) -> new Position(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** Moves the subscriber on, in the transaction that stores its effects. */
    public void move(String stream, String subscriber, Position to) {
        jdbc.sql("""
                UPDATE store.fact_cursor SET xid = :xid, seq = :seq
                 WHERE stream = :stream AND subscriber = :subscriber""")
                .param("xid", to.xid())
                .param("seq", to.seq())
                .param("stream", stream)
                .param("subscriber", subscriber)
                .update();
    }

    /** Where the subscriber stands; none for one that was never handed anything. */
    public Optional<Position> at(String stream, String subscriber) {
        return jdbc.sql("SELECT xid, seq FROM store.fact_cursor WHERE stream = :stream AND subscriber = :subscriber")
                .param("stream", stream)
                .param("subscriber", subscriber)
                .query((row, _) -> new Position(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** The subscribers that have not come to the facts of this transaction. */
    public List<String> behind(String stream, long xid) {
        return jdbc.sql(
                        "SELECT subscriber FROM store.fact_cursor WHERE stream = :stream AND xid < :xid ORDER BY subscriber")
                .param("stream", stream)
                .param("xid", xid)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Where each subscriber of the stream stands. */
    public List<Cursor> all(String stream) {
        return jdbc.sql("SELECT subscriber, xid, seq FROM store.fact_cursor WHERE stream = :stream ORDER BY subscriber")
                .param("stream", stream)
                .query((row, _) ->
                        new Cursor(row.getString("subscriber"), new Position(row.getLong("xid"), row.getLong("seq"))))
                .list();
    }

    /** A subscriber and its place. */
    public record Cursor(String subscriber, Position position) {}
}
