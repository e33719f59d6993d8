package io.vestnik.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What {@code vestnik up} starts, on fresh data and free ports; closing it stops everything and removes the data. */
final class Installed implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private final int smppPort;
    private final Launched launched;
    private final Properties people = new Properties();

    private Installed(Path folder, int port, int smppPort, Launched launched) {
        this.folder = folder;
        this.port = port;
        this.smppPort = smppPort;
        this.launched = launched;
    }

    /** Starts it with more settings, each {@code key=value}, and waits until it answers. */
    static Installed start(String... settings) {
        Path folder = newFolder();
        int port = freePort();
        int smppPort = freePort();
        List<String> words = new ArrayList<>(List.of(
                "up",
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString()));
        List<String> all = new ArrayList<>(List.of(
                "management.server.port=0",
                "vestnik.smpp.port=" + smppPort,
                "vestnik.simulator.port=" + freePort(),
                "vestnik.dev=true"));
        all.addAll(List.of(settings));
        all.forEach(setting -> words.addAll(List.of("--set", setting)));
        Launched launched = Launched.vestnik(folder, words.toArray(String[]::new));
        Installed installed = new Installed(folder, port, smppPort, launched);
        try {
            launched.await("answer of its health page", START, installed::isUp);
            try (InputStream in = Files.newInputStream(folder.resolve("data/demo.properties"))) {
                installed.people.load(in);
            }
            return installed;
        } catch (IOException e) {
            launched.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | AssertionError e) {
            launched.close();
            throw e;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Where programs bind by SMPP. */
    int smppPort() {
        return smppPort;
    }

    /** How {@code operator}, {@code partner} or {@code client} sign in. */
    String login(String who) {
        return people.getProperty(who + ".login");
    }

    String password(String who) {
        return people.getProperty(who + ".password");
    }

    /** The client's token of the API. */
    String token() {
        return written("client.token");
    }

    /** What was written down for whoever tries the demonstration, by its name. */
    String written(String name) {
        return people.getProperty(name);
    }

    /** Where scratch files belong. */
    Path folder() {
        return folder;
    }

    /** What it has said so far, for whoever wonders why a test failed. */
    String log() {
        return launched.out() + launched.err();
    }

    private boolean isUp() {
        try {
            HttpURLConnection health = (HttpURLConnection)
                    URI.create(address() + "/health").toURL().openConnection();
            health.setConnectTimeout(1_000);
            health.setReadTimeout(5_000);
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // not yet: whoever waits asks again
        }
    }

    @Override
    public void close() {
        launched.signal("TERM");
        launched.exitCode(STOP);
        launched.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            // The database runs as another account where this one is root, so it must be able to pass.
            return Files.setPosixFilePermissions(
                    Files.createTempDirectory("acceptance-"), PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that is free, and so is the next one: the simulated operator has its page there. */
    static int freePort() {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (IOException _) {
                // the next one is taken: ask for another pair
            }
        }
    }
}
