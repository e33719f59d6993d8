package io.vestnik.platform.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.store.EmbeddedPostgres;
import io.vestnik.platform.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One installation that works while it is copied; the copies are looked into on folders of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupTests {
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "shared_buffers=16MB",
            "timezone=UTC");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private Path quiet = Path.of("");
    private EmbeddedPostgres running;

    @BeforeAll
    void start() throws IOException, SQLException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "test-backup-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = folder.resolve("data");
        running = EmbeddedPostgres.start(data.resolve("postgres"), TestDatabase.binaries(), 0, SETTINGS);
        Files.writeString(data.resolve("postgres/port"), String.valueOf(running.port()));
        Files.writeString(data.resolve("secret.key"), "the key");
        Files.setPosixFilePermissions(data.resolve("secret.key"), PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(data.resolve("files/07"));
        Files.writeString(data.resolve("files/07/7"), "a stored file");
        Files.writeString(data.resolve("simulator.log"), "what nobody needs");
        try (Connection connection = connect(running);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (tx bigint, account int, amount bigint)");
            statement.execute("CREATE TABLE held (account int PRIMARY KEY, amount bigint)");
            statement.execute("INSERT INTO held SELECT i, 0 FROM generate_series(1, 200) i");
        }
        quiet = backup("quiet.tar.gz");
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
        deleteTree(folder);
    }

    @BeforeEach
    void forget() {
        said.reset();
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException, IOException {
        return DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
    }

    private int command(String... words) {
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new BackupCommand(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC), print, print)
                .run(words);
    }

    private Path backup(String name) {
        Path file = folder.resolve(name);
        assertThat(command("backup", "--data", data.toString(), "--to", file.toString()))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        return file;
    }

    private String refusal(Path file, Path into) {
        assertThat(command("restore", file.toString(), "--data", into.toString()))
                .isEqualTo(65);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void putsBackAWholeLedgerThoughMoneyMovedWhileItWasCopied() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong committed = new AtomicLong();
        Thread work = Thread.ofPlatform().start(() -> moveMoney(over, committed));
        awaitMore(committed, 100);
        long before = committed.get();
        Path file = backup("while-it-works.tar.gz");
        long after = committed.get();
        awaitMore(committed, 50);
        over.set(true);
        work.join();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Path other = folder.resolve("other");
        assertThat(command("restore", file.toString(), "--data", other.toString()))
                .isZero();
        assertThat(other.resolve("secret.key")).hasContent("the key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(other.resolve("files/07/7")).hasContent("a stored file");
        assertThat(other.resolve("simulator.log")).doesNotExist();
        try (EmbeddedPostgres restored =
                        EmbeddedPostgres.start(other.resolve("postgres"), TestDatabase.binaries(), 0, SETTINGS);
                Connection connection = connect(restored);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT (SELECT max(tx) FROM entry), (SELECT sum(amount) FROM entry),
                               (SELECT count(*) FROM held h
                                 WHERE h.amount <> (SELECT coalesce(sum(e.amount), 0) FROM entry e
                                                     WHERE e.account = h.account)),
                               (SELECT count(*) FROM generate_series(1, (SELECT max(tx) FROM entry)) t
                                 WHERE NOT EXISTS (SELECT FROM entry e WHERE e.tx = t))""")) {
            row.next();
            assertThat(row.getLong(1))
                    .as("the last transaction of the copy; %d before, %d after", before, after)
                    .isBetween(before, after + 1);
            assertThat(row.getLong(2)).as("sum of all entries").isZero();
            assertThat(row.getLong(3)).as("balances that their entries deny").isZero();
            assertThat(row.getLong(4)).as("missing transactions").isZero();
        }
    }

    private void moveMoney(AtomicBoolean over, AtomicLong committed) {
        try (Connection connection = connect(running);
                var move = connection.prepareStatement("""
                        WITH e AS (INSERT INTO entry SELECT ?, a, CASE WHEN a % 2 = 0 THEN 7 ELSE -7 END
                                     FROM generate_series(1, 200) a RETURNING account, amount)
                        UPDATE held SET amount = held.amount + e.amount FROM e WHERE e.account = held.account""")) {
            for (long tx = 1; !over.get(); tx++) {
                move.setLong(1, tx);
                move.executeUpdate();
                committed.set(tx);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitMore(AtomicLong committed, int more) {
        long wanted = committed.get() + more;
        while (committed.get() < wanted) {
            Thread.onSpinWait();
        }
    }

    @Test
    void refusesABackupThatIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(quiet);
        for (int left : List.of(0, 100, whole.length / 2, whole.length - 1)) {
            Path cut = folder.resolve("cut.tar.gz");
            Files.write(cut, Arrays.copyOf(whole, left));
            Path into = folder.resolve("from-cut");
            said.reset();
            assertThat(refusal(cut, into)).as("%d bytes", left).contains("is not a whole backup");
            assertThat(into).doesNotExist();
        }
    }

    @Test
    void refusesABackupInWhichABitHasTurned() throws IOException {
        byte[] whole = Files.readAllBytes(quiet);
        byte[] content = unpacked(whole);
        Path damaged = folder.resolve("damaged.tar.gz");
        for (int at = 20; at < whole.length; at += whole.length / 12) {
            byte[] turned = whole.clone();
            turned[at] ^= 4;
            if (unpacksTo(content, turned)) {
                continue;
            }
            Files.write(damaged, turned);
            said.reset();
            assertThat(refusal(damaged, folder.resolve("from-damaged")))
                    .as("byte %d", at)
                    .contains("is not a whole backup");
        }
    }

    @Test
    void refusesABackupWhoseContentIsNotWhatWasSealed() throws IOException {
        byte[] content = unpacked(Files.readAllBytes(quiet));
        for (String word : List.of("the key", "a stored file", "made=2026-03-01")) {
            byte[] other = content.clone();
            other[placeOf(word, other)] ^= 4;
            Path packed = folder.resolve("packed-again.tar.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                out.write(other);
            }
            said.reset();
            assertThat(refusal(packed, folder.resolve("from-packed-again")))
                    .as(word)
                    .contains("its content is not what was sealed");
        }
    }

    private static int placeOf(String word, byte[] content) {
        // One character an octet: the place in the string is the place in the octets.
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(word);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    /** A repetition may be told as one from elsewhere, of the same octets: then nothing is damaged. */
    private static boolean unpacksTo(byte[] content, byte[] packed) {
        try {
            return Arrays.equals(content, unpacked(packed));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void refusesWhatIsNoBackup() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        assertThat(refusal(text, folder.resolve("from-letter"))).contains("is not a whole backup");
        assertThat(refusal(folder.resolve("nowhere"), folder.resolve("from-nowhere")))
                .contains("there is no file");
    }

    @Test
    void refusesToRestoreOverAnything() throws IOException {
        assertThat(refusal(quiet, data)).contains("is not empty");
        assertThat(data.resolve("secret.key")).hasContent("the key");
    }

    @Test
    void refusesToReplaceABackupAndToCopyWhatIsNoDataFolder() {
        assertThat(command("backup", "--data", data.toString(), "--to", quiet.toString()))
                .isEqualTo(65);
        assertThat(command("backup", "--data", folder.resolve("empty").toString()))
                .isEqualTo(65);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("exists already", "is this the data folder?");
    }

    @Test
    void saysHowItIsAsked() {
        assertThat(command()).isEqualTo(64);
        assertThat(command("backup")).isEqualTo(64);
        assertThat(command("restore", "--data", "here")).isEqualTo(64);
    }

    private static void deleteTree(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
