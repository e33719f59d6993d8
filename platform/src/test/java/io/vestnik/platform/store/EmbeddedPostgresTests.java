package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTests {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private Path home = Path.of("");

    @BeforeEach
    void makeAFolder() throws IOException {
        // Where the database's own account can reach it, which a temporary folder of a test is not.
        home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "kept-postgres-");
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
    }

    @AfterEach
    void removeIt() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void comesBackOnItsPortWithWhatWasCommittedWhenItIsKilled() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            try (Connection connection = connect(postgres);
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 1 AS one");
            }
            ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
            try (Connection connection = connectWhenReady(postgres);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT one FROM kept")) {
                assertThat(row.next()).isTrue();
            }
        }
    }

    @Test
    void staysAwayWhenItIsClosed() throws Exception {
        EmbeddedPostgres postgres = start();
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        postgres.close();
        postmaster.onExit().get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        assertThat(home.resolve("data18/postmaster.pid")).doesNotExist();
    }

    private EmbeddedPostgres start() throws IOException {
        Path binaries = PostgresBinaries.in(Path.of("target").toAbsolutePath().resolve("postgres"));
        return EmbeddedPostgres.start(
                home, binaries, 0, List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC"));
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("data18/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException, IOException {
        return DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
    }

    private static Connection connectWhenReady(EmbeddedPostgres postgres) throws Exception {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (true) {
            try {
                return connect(postgres);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }
}
