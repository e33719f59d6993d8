package io.vestnik.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Short words between nodes by NOTIFY: a hint that something is new, or what nobody minds to miss, never the only place of a thing. A word
 * may be lost with a connection; who listens hears {@link #MISSED} then, and looks for itself.
 */
@Component
public class Signals implements SmartLifecycle {
    /** Words may have been missed. */
    public static final String MISSED = "";

    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final int WAIT_MILLIS = 2_000;

    private final Database database;
    private final JdbcClient jdbc;
    private final Map<String, Consumer<String>> hearers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Connection line;
    private volatile Thread listener = Thread.currentThread();

    Signals(Database database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Tells all nodes, this one among them; a word has at most 7,900 bytes and says more than nothing. */
    public void send(String channel, String word) {
        jdbc.sql("SELECT pg_notify(:channel, :word)")
                .param("channel", channel)
                .param("word", word)
                .query()
                .listOfRows();
    }

    /** Hears what is sent on this channel, on a thread of its own; to be called before the nodes' work starts. */
    public void listen(String channel, Consumer<String> hearer) {
        hearers.put(channel, hearer);
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofPlatform().daemon().name("signals").start(this::hear);
    }

    private void hear() {
        while (running) {
            try (Connection connection = database.connect()) {
                line = connection;
                hear(connection);
            } catch (SQLException e) {
                if (running) {
                    log.warn("Signals of other nodes are not heard: {}", e.getMessage());
                }
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String channel : hearers.keySet()) {
                statement.execute("LISTEN " + channel);
            }
        }
        hearers.values().forEach(hearer -> told(hearer, MISSED));
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] news = notified.getNotifications(WAIT_MILLIS);
            for (PGNotification one : news == null ? new PGNotification[0] : news) {
                Consumer<String> hearer = hearers.get(one.getName());
                if (hearer != null) {
                    told(hearer, one.getParameter());
                }
            }
        }
    }

    private static void told(Consumer<String> hearer, String word) {
        try {
            hearer.accept(word);
        } catch (RuntimeException e) {
            log.warn("A signal could not be followed: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        listener.interrupt();
        Connection open = line;
        if (open != null) {
            try {
                open.abort(Runnable::run); // a reader that waits for news hears of nothing else
            } catch (SQLException e) {
                log.debug("The line of signals was gone already: {}", e.getMessage());
            }
        }
        try {
            listener.join(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 100;
    }
}
