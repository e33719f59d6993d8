package io.vestnik.platform.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A long-lived PostgreSQL of our own: its data folder survives a restart, a kill of the server and a kill of both; one that
 * ends while the server runs is started again on the same port. It listens on the loopback address only and asks for a
 * password that is made once.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The name of the owner of the database. */
    public static final String USER = "vestnik";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATA = "data18";
    private static final String LOCK = "postmaster.pid";
    private static final int PASSWORD_BYTES = 24;
    private static final int STOP_SECONDS = 30;
    /** Crash recovery may take its time, and so may the last sessions of one that was killed. */
    private static final long START_SECONDS = 120;

    private static final long AGAIN_MILLIS = 500;

    private final Path home;
    private final Path bin;
    private final Path data;
    private final Privileges privileges;
    private final List<String> settings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int port;
    private volatile @Nullable Process process;

    private EmbeddedPostgres(Path home, Path binaries, List<String> settings) throws IOException {
        this.home = home;
        this.bin = binaries.resolve("bin");
        this.data = home.resolve(DATA);
        this.settings = settings;
        this.privileges = Privileges.forFolder(home);
    }

    /** Starts it, with its binaries beside its data. */
    public static EmbeddedPostgres start(Path home, int port) throws IOException {
        Files.createDirectories(home);
        return start(home, PostgresBinaries.in(home), port, PostgresSettings.durable());
    }

    /** Starts it with binaries that several share and with settings of one's own: for tests. */
    public static EmbeddedPostgres start(Path home, Path binaries, int port, List<String> settings) throws IOException {
        Files.createDirectories(home);
        EmbeddedPostgres postgres = new EmbeddedPostgres(home.toAbsolutePath(), binaries, settings);
        postgres.initialise();
        postgres.removeStaleLock();
        postgres.port = port == 0 ? freePort() : port;
        postgres.keep(postgres.run());
        return postgres;
    }

    /** Whether a server, ours or one that outlived its owner, runs on the data in this folder. */
    public static boolean runs(Path home) throws IOException {
        return runsOn(home.toAbsolutePath().resolve(DATA));
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String password() throws IOException {
        return Files.readString(home.resolve("password")).strip();
    }

    private void initialise() throws IOException {
        Path done = home.resolve(".initialised");
        if (Files.exists(done) && Files.exists(data.resolve("PG_VERSION"))) {
            if (!belongsToItsAccount()) {
                own(data, home.resolve("password"));
            }
            return;
        }
        deleteTree(data); // what a killed first start left
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path password = home.resolve("password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, HexFormat.of().formatHex(random));
        own(data, password);
        command(
                "initdb",
                bin.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C.UTF-8",
                "--no-instructions");
        Files.createFile(done);
    }

    /** Not so when the folder was put back or copied by root. */
    private boolean belongsToItsAccount() throws IOException {
        String uid = Files.getAttribute(data.resolve("PG_VERSION"), "unix:uid").toString();
        return privileges.owner().map(owner -> owner.startsWith(uid + ":")).orElse(true);
    }

    private void own(Path... paths) throws IOException {
        if (privileges.owner().isPresent()) {
            for (Path path : paths) {
                await(new ProcessBuilder("chown", "-R", privileges.owner().get(), path.toString()).start(), "chown");
            }
        }
    }

    /**
     * A pid that now belongs to someone else would make PostgreSQL refuse; one that is ours is an orphan to stop. The lock of a
     * pid that is nobody's stays: by it PostgreSQL finds sessions of the dead one that still write.
     */
    private void removeStaleLock() throws IOException {
        Path lock = data.resolve(LOCK);
        if (!Files.exists(lock)) {
            return;
        }
        List<String> lines = Files.readAllLines(lock);
        if (lines.isEmpty()) {
            Files.delete(lock); // it was killed, or the disk was full, before it had written its number
        } else if (Files.exists(commandLine(lines))) {
            if (runsOn(data)) {
                log.info("Stopping the database that outlived its server");
                stop();
            }
            Files.deleteIfExists(lock);
        }
    }

    private static Path commandLine(List<String> lock) {
        return Path.of("/proc/" + lock.getFirst().strip() + "/cmdline");
    }

    private static boolean runsOn(Path data) throws IOException {
        Path lock = data.resolve(LOCK);
        List<String> lines = Files.exists(lock) ? Files.readAllLines(lock) : List.of();
        return !lines.isEmpty()
                && Files.exists(commandLine(lines))
                && Files.readString(commandLine(lines), StandardCharsets.UTF_8).contains(data.toString());
    }

    /** Starts it and waits until it lets us in; tries again while what was killed before is not quite gone. */
    private Process run() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            Process starting = launch();
            if (isReady(starting, end)) {
                return starting;
            }
            if (starting.isAlive() || System.nanoTime() > end || closing(AGAIN_MILLIS)) {
                throw new IOException("PostgreSQL did not start, see " + home.resolve("postgres.log"));
            }
        }
    }

    private synchronized Process launch() throws IOException {
        if (closing(0)) {
            throw new IOException("PostgreSQL is being closed");
        }
        List<String> command = new ArrayList<>(privileges.prefix());
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        Process launched = environment(new ProcessBuilder(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("postgres.log").toFile()))
                .start();
        process = launched;
        return launched;
    }

    private void keep(Process first) {
        Thread.ofPlatform().daemon().name("postgres-keeper").start(() -> watch(first));
    }

    /** Starts it again whenever it ended and nobody had asked for that, however long it takes. */
    private void watch(Process first) {
        Process watched = first;
        try {
            while (true) {
                int code = watched.waitFor();
                if (closing(0)) {
                    return;
                }
                log.error("PostgreSQL ended with {} though nobody stopped it; it is started again", code);
                watched = again();
                log.warn("PostgreSQL is back");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.debug("Nobody needs PostgreSQL any more", e);
        }
    }

    private Process again() throws IOException {
        while (true) {
            try {
                removeStaleLock();
                return run();
            } catch (IOException e) {
                if (closing(AGAIN_MILLIS)) {
                    throw e;
                }
                log.error("PostgreSQL cannot be started again: {}", e.toString());
            }
        }
    }

    private boolean closing(long withinMillis) {
        try {
            return closing.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether it lets us in before that moment; not, when it ends. */
    private boolean isReady(Process starting, long end) throws IOException {
        while (starting.isAlive() && System.nanoTime() < end) {
            try (var _ = DriverManager.getConnection(url() + "?connectTimeout=2", USER, password())) {
                return true;
            } catch (SQLException e) {
                log.trace("PostgreSQL is not ready yet", e);
            }
            if (closing(50)) {
                return false;
            }
        }
        return false;
    }

    private void stop() throws IOException {
        command(
                "pg_ctl stop",
                bin.resolve("pg_ctl").toString(),
                "stop",
                "-D",
                data.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "" + STOP_SECONDS);
    }

    /** A locale that the host lacks stops initdb, so the child gets one that is always there. */
    private ProcessBuilder environment(ProcessBuilder builder) {
        var environment = builder.environment();
        environment.keySet().removeIf(k -> k.startsWith("LC_") || k.equals("LANGUAGE") || k.startsWith("PG"));
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "C.UTF-8");
        return builder.directory(data.toFile());
    }

    private void command(String what, String... words) throws IOException {
        List<String> command = new ArrayList<>(privileges.prefix());
        command.addAll(List.of(words));
        Process child = environment(new ProcessBuilder(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("commands.log").toFile()))
                .start();
        await(child, what);
    }

    private void await(Process child, String what) throws IOException {
        try {
            if (!child.waitFor(120, TimeUnit.SECONDS) || child.exitValue() != 0) {
                throw new IOException(what + " failed, see " + home.resolve("commands.log"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted during " + what, e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Ends it after its transactions are rolled back and its files are in order. */
    @Override
    public synchronized void close() throws IOException {
        closing.countDown();
        Process running = process;
        if (running != null && running.isAlive()) {
            stop();
        }
        process = null;
    }
}
