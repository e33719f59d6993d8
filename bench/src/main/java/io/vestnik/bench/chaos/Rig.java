package io.vestnik.bench.chaos;

import io.vestnik.bench.Api;
import io.vestnik.bench.Child;
import io.vestnik.bench.House;
import io.vestnik.bench.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Everything that is broken and mended: the servers, their database, the operator, the line between them, the disk. */
final class Rig implements AutoCloseable {

    static final int BINDS = 2;
    static final int WINDOW = 50;

    private static final Duration START = Duration.ofMinutes(2);
    private static final int STARTS = 3;

    private final House house;
    private final Path folder;
    private final PrintStream log;
    private final Disk disk;
    private final Proxy line;
    private final int operatorPort;
    private final int operatorPage = Installation.freePort();
    private final int databasePort = Installation.freePort();
    private final List<Integer> serverPorts = new ArrayList<>();
    private final List<Integer> smppPorts = new ArrayList<>();
    private final List<Child> servers = new ArrayList<>();
    private final List<String> operatorCommand;

    private Child operator;
    private List<String> settings = List.of();
    private int starts;

    private Rig(House house, Path folder, ChaosOptions options, PrintStream log) {
        this.house = house;
        this.folder = folder;
        this.log = log;
        this.disk = Disk.at(folder.resolve("disk"));
        this.operatorPort = Installation.freePort();
        this.line = Proxy.to(operatorPort);
        for (int node = 0; node < options.nodes(); node++) {
            serverPorts.add(Installation.freePort());
            smppPorts.add(Installation.freePort());
        }
        this.operatorCommand = List.of(
                house.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                house.simulator().toString(),
                "--port=" + operatorPort,
                "--http-port=" + operatorPage,
                "--data=" + folder.resolve("operator"),
                "--durable=yes",
                "--seed=" + options.seed(),
                "--delivered=88",
                "--undelivered=7",
                "--expired=5",
                "--receipt-delay=50-1500",
                "--overtake=5",
                "--reorder=10",
                "--error=0x58=1,8=1");
        this.operator = startOperator();
    }

    /** Makes a folder and starts the operator; servers start with the first round. */
    static Rig start(House house, ChaosOptions options, PrintStream log) {
        try {
            Path folder = Files.createTempDirectory("vestnik-chaos-");
            // The database runs as another account where this one is root, so it must be able to pass.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return new Rig(house, folder, options, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where logs, data and evidence are. */
    Path folder() {
        return folder;
    }

    Disk disk() {
        return disk;
    }

    Proxy line() {
        return line;
    }

    SmscLog journal() {
        return new SmscLog(folder.resolve("operator/journal.tsv"));
    }

    Database database() throws SQLException {
        return Database.open(data(0).resolve("postgres"));
    }

    /** Where the API of each server is. */
    List<URI> addresses() {
        return serverPorts.stream()
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .toList();
    }

    /** Where the operator tells how much waits. */
    URI operatorCounts() {
        return URI.create("http://127.0.0.1:" + operatorPage + "/counts");
    }

    /** Where programs bind to each server. */
    List<Integer> smppPorts() {
        return List.copyOf(smppPorts);
    }

    /** The client's token of the API. */
    String token() {
        return secret("client.token");
    }

    /** A line of the demonstration's secrets; empty where there is none of that name. */
    String secret(String name) {
        Properties demo = new Properties();
        try (InputStream in = Files.newInputStream(data(0).resolve("demo.properties"))) {
            demo.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return demo.getProperty(name, "");
    }

    /** Has the servers run with what a round asks for; those that run otherwise are stopped in order and started anew. */
    void begin(Plan plan) {
        List<String> wanted = List.of(
                "--vestnik.dev.clock-offset=" + plan.clockOffset(),
                "--vestnik.route.main=smpp://vestnik:vestnik@127.0.0.1:" + line.port() + "?window=" + WINDOW
                        + "&tps=0&binds=" + BINDS + "&response=5&enquire=3&doubtWait=6"
                        + (plan.resend() ? "&doubt=resend" : ""));
        synchronized (this) {
            if (!wanted.equals(settings)) {
                settings = wanted;
                servers.forEach(Child::close);
                servers.clear();
            }
        }
        mend();
    }

    /** Everything runs and answers again. */
    void mend() {
        disk.free();
        line.clear();
        startOperatorIfGone();
        for (int node = 0; node < serverPorts.size(); node++) {
            int port = serverPorts.get(node);
            for (int tried = 1; !answers(node, port); tried++) {
                if (tried == STARTS) {
                    throw new IllegalStateException(
                            "Server " + (node + 1) + " does not start; its logs are in " + folder);
                }
            }
        }
    }

    private boolean answers(int node, int port) {
        startServerIfGone(node);
        Child server = server(node);
        try {
            server.await("answer of its health page", START, () -> Api.isUp(URI.create("http://127.0.0.1:" + port)));
            return true;
        } catch (IllegalStateException e) {
            log.println(e.getMessage());
            server.kill();
            return false;
        }
    }

    private synchronized Child server(int node) {
        return servers.get(node);
    }

    synchronized void killServer(int node) {
        servers.get(node).kill();
    }

    synchronized void startServerIfGone(int node) {
        if (node == servers.size()) {
            servers.add(startServer(node));
        } else if (!servers.get(node).handle().isAlive()) {
            servers.set(node, startServer(node));
        }
    }

    private Child startServer(int node) {
        List<String> command = new ArrayList<>(List.of(house.java(), "-Xmx512m"));
        command.addAll(house.quickStart());
        command.addAll(List.of(
                "-jar",
                house.server().toString(),
                "--vestnik.data=" + data(node),
                "--vestnik.demo=" + (node == 0),
                "--server.port=" + serverPorts.get(node),
                "--management.server.port=0",
                "--vestnik.simulator.enabled=false",
                "--vestnik.outbound.allow-private=true", // callbacks come to this machine
                "--vestnik.smpp.port=" + smppPorts.get(node)));
        command.addAll(settings);
        if (node == 0) {
            command.add("--vestnik.db.port=" + databasePort);
        } else {
            // The others work on the first one's database, and read what it has encrypted.
            command.add("--vestnik.db.url=jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres");
            command.add("--vestnik.db.user=vestnik");
            command.add("--vestnik.db.password=" + password());
            shareKey(node);
        }
        starts++;
        return Child.start("server " + (node + 1), command, folder.resolve("server-" + starts + ".log"));
    }

    private String password() {
        try {
            return Files.readString(data(0).resolve("postgres/password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shareKey(int node) {
        Path key = data(node).resolve("secret.key");
        try {
            if (Files.notExists(key)) {
                Files.createDirectories(data(node));
                Files.copy(data(0).resolve("secret.key"), key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data(int node) {
        return disk.folder().resolve("data-" + (node + 1));
    }

    synchronized void killOperator() {
        operator.kill();
    }

    synchronized void startOperatorIfGone() {
        if (!operator.handle().isAlive()) {
            operator = startOperator();
        }
    }

    private Child startOperator() {
        starts++;
        return Child.start("the operator", operatorCommand, folder.resolve("operator-" + starts + ".log"));
    }

    /** Kills the first process of the database; whether there was one. */
    boolean killDatabase() {
        Path home = data(0).resolve("postgres/data18");
        try {
            Path lock = home.resolve("postmaster.pid");
            if (Files.notExists(lock)) {
                return false;
            }
            long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            Path command = Path.of("/proc/" + pid + "/cmdline");
            // The number may be somebody else's by now.
            return Files.exists(command)
                    && Files.readString(command).contains(home.toString())
                    && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
        } catch (IOException e) {
            return false; // it has just gone by itself
        }
    }

    /** Stops all; the folder stays until {@link #remove}. */
    @Override
    public synchronized void close() {
        line.close();
        servers.reversed().forEach(Child::close);
        operator.close();
        disk.free();
    }

    /** Removes the data, and the folder too unless its logs are to be kept. */
    void remove(boolean keepLogs) {
        Path databaseLog = data(0).resolve("postgres/postgres.log");
        if (keepLogs && Files.exists(databaseLog)) {
            try {
                Files.copy(databaseLog, folder.resolve("postgres.log"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        disk.close();
        if (!keepLogs) {
            Folders.delete(folder);
        }
    }
}
