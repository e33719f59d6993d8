package io.vestnik.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTests {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private int port;

    @BeforeEach
    void letTheDatabasesAccountPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        port = freePort();
    }

    @Test
    void saysWhereItIsAndHowToSignInAndKeepsItOverARestart() throws IOException {
        String signIns;
        try (Launched up = up()) {
            Set<Integer> seen = awaitAnswer(up);
            assertThat(seen).as("what it answered from its first moment on").containsExactlyInAnyOrder(503, 200);
            up.await("address", START, () -> up.out().contains("http://127.0.0.1:" + port));
            signIns = Files.readString(folder.resolve("data/demo.properties"));
            up.signal("INT");
            assertThat(up.exitCode(STOP)).isZero();
        }
        try (Launched again = up()) {
            awaitAnswer(again);
            again.signal("TERM");
            assertThat(again.exitCode(STOP)).isZero();
        }
        assertThat(Files.readString(folder.resolve("data/demo.properties"))).isEqualTo(signIns);
    }

    @Test
    void leavesNoProcessBehindWhenItIsKilled() {
        try (Launched up = up()) {
            awaitAnswer(up);
            List<ProcessHandle> started = up.descendants();
            assertThat(started).as("simulator, server and database").hasSizeGreaterThanOrEqualTo(3);
            up.signal("KILL");
            up.exitCode(STOP);
            CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .orTimeout(STOP.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        }
    }

    private Launched up() {
        return Launched.vestnik(
                folder,
                "up",
                "--port",
                String.valueOf(port),
                "--data",
                "data",
                "--set",
                "management.server.port=0",
                "--set",
                "vestnik.smpp.port=0",
                "--set",
                "vestnik.simulator.port=" + freePort());
    }

    /** Waits until it is ready and tells with what it answered until then. */
    private Set<Integer> awaitAnswer(Launched up) {
        Set<Integer> seen = new HashSet<>();
        up.await("answer", START, () -> {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                seen.add(http.send(request, BodyHandlers.discarding()).statusCode());
                return seen.contains(200);
            } catch (IOException e) {
                return false; // not yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        return seen;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
