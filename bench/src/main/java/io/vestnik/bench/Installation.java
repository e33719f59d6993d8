package io.vestnik.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The server and the simulated operator on fresh data and free ports; closing it stops both and removes the data. */
public final class Installation implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private final List<String> command;
    private final Optional<Child> simulator;

    private Path data;
    private Child server;
    private int starts = 1;
    private boolean kept;

    private Installation(Path folder, int port, List<String> command, Optional<Child> simulator) {
        this.folder = folder;
        this.port = port;
        this.command = command;
        this.simulator = simulator;
        this.data = folder.resolve("data");
        this.server = startServer();
    }

    /**
     * Starts both and waits until the server answers.
     *
     * @param operator the operator's behaviour, as options of the simulator
     * @param route more parameters of the route, each with a leading {@code &}
     */
    public static Installation start(House house, List<String> operator, String route) {
        Path folder = newFolder();
        int smpp = freePort();
        List<String> simulated = new ArrayList<>(List.of(
                house.java(),
                "-Xmx384m",
                "-jar",
                house.simulator().toString(),
                "--port=" + smpp,
                "--data=" + folder.resolve("simulator")));
        simulated.addAll(operator);
        Child simulator = Child.start("the simulator", simulated, folder.resolve("simulator.log"));
        try {
            simulator.await("open port " + smpp, START, () -> listens(smpp));
            String main = "smpp://vestnik:vestnik@127.0.0.1:" + smpp + "?window=500&tps=0&binds=2" + route;
            return serve(house, folder, Optional.of(simulator), List.of(), List.of("--vestnik.route.main=" + main));
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    /**
     * Starts the server alone and waits until it answers.
     *
     * @param jvm more options of its virtual machine
     * @param settings of the server, each {@code --KEY=VALUE}; its routes among them
     */
    public static Installation alone(House house, List<String> jvm, List<String> settings) {
        return serve(house, newFolder(), Optional.empty(), jvm, settings);
    }

    /** Stops the server in order and starts it on other data, with more settings. */
    public void restartServerOn(Path other, List<String> settings) {
        server.close();
        starts++;
        command.remove(dataSetting(data));
        command.add(dataSetting(other));
        command.addAll(settings);
        data = other;
        server = startServer();
        awaitServer();
    }

    private static String dataSetting(Path data) {
        return "--vestnik.data=" + data;
    }

    /** As {@link #alone}, on a folder that stays: what an earlier run left there is found again. */
    public static Installation in(Path folder, House house, List<String> jvm, List<String> settings) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Installation installation = serve(house, folder.toAbsolutePath(), Optional.empty(), jvm, settings);
        installation.kept = true;
        return installation;
    }

    private static Installation serve(
            House house, Path folder, Optional<Child> simulator, List<String> jvm, List<String> settings) {
        int http = freePort();
        List<String> served = new ArrayList<>(List.of(house.java(), "-Xmx1g"));
        served.addAll(house.quickStart());
        served.addAll(jvm);
        served.addAll(List.of(
                "-Xlog:gc:file=" + folder.resolve("gc.log") + "::filecount=0",
                "-jar",
                house.server().toString(),
                dataSetting(folder.resolve("data")),
                "--vestnik.demo=true",
                "--server.port=" + http,
                "--management.server.port=0"));
        served.addAll(settings);
        Installation installation = new Installation(folder, http, served, simulator);
        try {
            installation.awaitServer();
            return installation;
        } catch (RuntimeException e) {
            installation.server.close();
            throw e;
        }
    }

    /** Stops the server in order and starts it again on the same data; answers when it answers. */
    public void restartServer() {
        server.close();
        starts++;
        server = startServer();
        awaitServer();
    }

    /** Ends the server as a failing machine does, and starts it again on the same data. */
    public void killAndRestartServer() {
        server.kill();
        starts++;
        server = startServer();
        awaitServer();
    }

    private Child startServer() {
        return Child.start("the server", command, folder.resolve("server-" + starts + ".log"));
    }

    private void awaitServer() {
        server.await("answer of its health page", START, () -> listens(port) && Api.isUp(address()));
    }

    /** Where pages and the API are. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The client's token of the API. */
    public String token() {
        return demo("client.token");
    }

    /** What the demonstration has written down, by its name; empty where it has nothing of the kind. */
    public String demo(String name) {
        Properties demo = new Properties();
        try (InputStream in = Files.newInputStream(data.resolve("demo.properties"))) {
            demo.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return demo.getProperty(name, "");
    }

    /** Where scratch files of the run belong. */
    public Path folder() {
        return folder;
    }

    /** The folder that the server keeps its data in. */
    public Path data() {
        return data;
    }

    /** The server's process; another one after each start. */
    public ProcessHandle server() {
        return server.handle();
    }

    /** The database of this installation. */
    public Books books() {
        return Books.open(data.resolve("postgres"));
    }

    /** What is done with an installation. */
    public interface Work<T> {

        T done() throws IOException;
    }

    /** Does something with it; where that breaks off, data and logs stay where they are and tell why. */
    public <T> T use(PrintStream log, Work<T> work) {
        boolean well = false;
        try {
            T result = work.done();
            well = true;
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!well) {
                keep(log);
            }
        }
    }

    /** Leaves data and logs where they are. */
    public void keep(PrintStream log) {
        kept = true;
        log.println("The logs and data are kept in " + folder);
    }

    /** Stops the operator, which makes its journal whole, and reads it. */
    public OperatorJournal closeJournal() {
        simulator.ifPresent(Child::close);
        return OperatorJournal.read(folder.resolve("simulator/journal.tsv"));
    }

    /** Waits for something that the server makes true. */
    public void await(String what, Duration atMost, BooleanSupplier there) {
        server.await(what, atMost, there);
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            simulator.ifPresent(Child::close);
        }
        if (kept) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    private static Path newFolder() {
        try {
            // The database runs as another account where this one is root, so it must be able to pass.
            Path folder = Files.createTempDirectory("vestnik-");
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false; // not yet: whoever waits asks again
        }
    }

    /** A port of the loopback address that is free at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
