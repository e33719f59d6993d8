package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.VestnikServer;
import io.vestnik.platform.store.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two nodes behind a balancer that looks at their health, restarted one after the other while programs send. */
class RollingRestartTests {
    private static final int PROGRAMS = 4;

    @TempDir
    static Path folder;

    private final String database = TestDatabase.newDatabase();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong number = new AtomicLong(79_160_000_000L);
    private volatile boolean sending = true;

    @Test
    void refusesNoRequestWhileNodesAreRestartedInTurn() throws IOException, InterruptedException {
        int firstPort = freePort();
        int secondPort = freePort();
        ConfigurableApplicationContext first = start(firstPort);
        ConfigurableApplicationContext second = start(secondPort);
        Balancer balancer = new Balancer(List.of(firstPort, secondPort));
        String token = token();
        try (balancer;
                ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                await().until(balancer::seesAll);
                for (int i = 0; i < PROGRAMS; i++) {
                    programs.execute(() -> send(balancer, token));
                }
                awaitTaken(100);

                first.close();
                awaitTaken(100);
                first = start(firstPort);
                await().until(balancer::seesAll);
                second.close();
                awaitTaken(100);
            } finally {
                sending = false; // or closing the programs would wait for them for ever
            }
            programs.shutdown();
            assertThat(programs.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            sending = false;
            first.close();
            second.close();
        }
        assertThat(refused).isEmpty();
    }

    private void awaitTaken(int more) {
        long from = taken.get();
        await().until(() -> taken.get() >= from + more || !refused.isEmpty());
    }

    private void send(Balancer balancer, String token) {
        while (sending) {
            int port = balancer.next();
            String body = """
                    {"sender": "VESTNIK", "to": "+%d", "text": "Code 4711"}""".formatted(number.incrementAndGet());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/messages"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    taken.incrementAndGet();
                } else {
                    refused.add(port + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                refused.add(port + ": " + e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends to whoever said last that it is up. */
    private final class Balancer implements AutoCloseable {
        /** How often a balancer looks. */
        private static final long BETWEEN_MILLIS = 50;

        private final List<Integer> ports;
        private final ScheduledExecutorService looking;
        private final AtomicLong turn = new AtomicLong();
        private final Set<Integer> up = ConcurrentHashMap.newKeySet();

        Balancer(List<Integer> ports) {
            this.ports = ports;
            looking = Executors.newScheduledThreadPool(ports.size());
            ports.forEach(
                    port -> looking.scheduleWithFixedDelay(() -> look(port), 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
        }

        private void look(int port) {
            if (isUp(port)) {
                up.add(port);
            } else {
                up.remove(port);
            }
        }

        boolean seesAll() {
            return up.containsAll(ports);
        }

        private boolean isUp(int port) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        int next() {
            List<Integer> now = ports.stream().filter(up::contains).toList();
            return now.isEmpty() ? 1 : now.get((int) (turn.incrementAndGet() % now.size()));
        }

        @Override
        public void close() {
            looking.shutdownNow();
        }
    }

    private ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(VestnikServer.class)
                .run(
                        "--server.port=" + port,
                        "--vestnik.db.url=" + database,
                        "--vestnik.db.user=vestnik",
                        "--vestnik.db.password=" + TestDatabase.password(),
                        "--vestnik.data=" + folder.resolve("data"),
                        "--vestnik.demo=true",
                        "--vestnik.drain=2s",
                        "--vestnik.smpp.enabled=false",
                        "--vestnik.simulator.enabled=false",
                        "--vestnik.route.main=smpp://vestnik:vestnik@127.0.0.1:1?binds=2");
    }

    private static String token() throws IOException {
        Properties demo = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("data").resolve("demo.properties"))) {
            demo.load(reader);
        }
        return demo.getProperty("client.token");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
