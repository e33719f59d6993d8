package io.vestnik.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of this installation: the embedded one, or a server of one's own. */
final class Database implements AutoCloseable {
    private static final int OLDEST = 180000;

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(String url, String user, String password, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    static Database of(StoreSettings settings) throws IOException {
        StoreSettings.Db db = settings.db();
        String url = db.url();
        if (url != null && !url.isBlank()) {
            Database own = new Database(
                    url,
                    Objects.requireNonNullElse(db.user(), ""),
                    Objects.requireNonNullElse(db.password(), ""),
                    null);
            own.refuseWhatCannotWork();
            return own;
        }
        if (Files.exists(settings.data().resolve(".restoring"))) {
            throw new IllegalStateException("A restore into " + settings.data() + " did not come to its end:"
                    + " empty the folder and restore again");
        }
        Path home = settings.data().toAbsolutePath().resolve("postgres");
        EmbeddedPostgres embedded = EmbeddedPostgres.start(home, db.port());
        // For the operator's own tools; the folder's rights are those of the data folder.
        Files.writeString(home.resolve("port"), Integer.toString(embedded.port()));
        return new Database(embedded.url(), EmbeddedPostgres.USER, embedded.password(), embedded);
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    Connection connect() throws SQLException {
        return user.isEmpty() ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
    }

    private void refuseWhatCannotWork() {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int,
                               current_setting('server_encoding'),
                               has_database_privilege(current_database(), 'CREATE'),
                               EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm')""")) {
            row.next();
            require(row.getInt(1) >= OLDEST, "PostgreSQL 18 or newer is needed");
            require(row.getString(2).equals("UTF8"), "The database's encoding must be UTF8");
            require(row.getBoolean(3), "The user needs the right CREATE on the database");
            require(row.getBoolean(4), "The extension pg_trgm must be available");
        } catch (SQLException e) {
            throw new IllegalStateException("The database of VESTNIK_DB_URL cannot be used: " + e.getMessage(), e);
        }
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalStateException("The database of VESTNIK_DB_URL cannot be used: " + what);
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
