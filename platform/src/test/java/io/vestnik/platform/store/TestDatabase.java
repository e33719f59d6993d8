package io.vestnik.platform.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real PostgreSQL for tests: one server for the whole run, a new database for each application context. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final AtomicInteger databases = new AtomicInteger();

    @Bean
    DynamicPropertyRegistrar databaseProperties() {
        String url = newDatabase();
        return registry -> {
            registry.add("vestnik.db.url", () -> url);
            registry.add("vestnik.db.user", () -> EmbeddedPostgres.USER);
            registry.add("vestnik.db.password", TestDatabase::password);
            registry.add("vestnik.simulator.enabled", () -> "false");
            // Each context has secrets of its own.
            String folder = "data" + url.substring(url.lastIndexOf('_'));
            registry.add("vestnik.data", () -> Server.HOME.resolve(folder).toString());
        };
    }

    /** Makes an empty database and tells its URL. */
    public static String newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        try (var connection = DriverManager.getConnection(Server.POSTGRES.url(), EmbeddedPostgres.USER, password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.port() + "/" + name;
    }

    /** The password of the owner of every test database. */
    public static String password() {
        try {
            return Server.POSTGRES.password();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The programs of PostgreSQL, unpacked once for all tests. */
    public static Path binaries() throws IOException {
        return PostgresBinaries.in(Path.of("target", "postgres").toAbsolutePath());
    }

    private static final class Server {
        private static final Path HOME;
        private static final EmbeddedPostgres POSTGRES;

        static {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Path binaries = binaries();
                HOME = Files.createTempDirectory(target, "test-postgres-");
                HOME.toFile().setExecutable(true, false);
                HOME.toFile().setReadable(true, false);
                POSTGRES = EmbeddedPostgres.start(
                        HOME,
                        binaries,
                        0,
                        List.of(
                                "listen_addresses=127.0.0.1",
                                "unix_socket_directories=",
                                "fsync=off",
                                "synchronous_commit=off",
                                "full_page_writes=off",
                                "max_connections=400",
                                "shared_buffers=128MB",
                                "timezone=UTC"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // After the contexts have closed: what they still write at their end must find the server there.
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    POSTGRES.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
