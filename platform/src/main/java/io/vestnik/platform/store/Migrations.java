package io.vestnik.platform.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings each module's schema up to date, lower floors first, each with its history in its own schema. A folder whose
 * content was applied before is passed over without asking Flyway: a start must not pay for thirty unchanged modules.
 */
final class Migrations {
    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    void run() {
        try (Connection connection = database.connect()) {
            Map<String, String> applied = applied(connection);
            for (String module : order()) {
                Resource[] files = files(module);
                String hash = hash(files);
                if (files.length > 0 && !hash.equals(applied.get(module))) {
                    migrate(module);
                    remember(connection, module, hash);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The schemas cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** The modules that have a schema, lower floors first. */
    static List<String> order() throws IOException {
        String text = new PathMatchingResourcePatternResolver()
                .getResource("classpath:db/migration/order.txt")
                .getContentAsString(StandardCharsets.UTF_8);
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Map<String, String> applied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS store");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS store.applied_migrations (
                      module text PRIMARY KEY,
                      hash   text NOT NULL)""");
            Map<String, String> applied = new TreeMap<>();
            try (var rows = statement.executeQuery("SELECT module, hash FROM store.applied_migrations")) {
                while (rows.next()) {
                    applied.put(rows.getString(1), rows.getString(2));
                }
            }
            return applied;
        }
    }

    private static Resource[] files(String module) throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/" + module + "/*.sql");
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        return files;
    }

    private static String hash(Resource[] files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrate(String module) {
        var result = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(true)
                .table("migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/migration/" + module)
                .load()
                .migrate();
        log.debug("Schema {}: {} migrations applied", module, result.migrationsExecuted);
    }

    private static void remember(Connection connection, String module, String hash) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO store.applied_migrations (module, hash) VALUES (?, ?)
                ON CONFLICT (module) DO UPDATE SET hash = excluded.hash""")) {
            statement.setString(1, module);
            statement.setString(2, hash);
            statement.executeUpdate();
        }
    }
}
