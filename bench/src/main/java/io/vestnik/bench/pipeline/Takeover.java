package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.Child;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.House;
import io.vestnik.bench.Installation;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/** Two nodes of which the one that holds the bind is killed: how long nothing is sent until the other does. */
final class Takeover implements Measurement {

    private static final double MOST_SECONDS = 10;
    private static final double PER_SECOND = 200;
    private static final int MOST = 60_000;
    private static final Duration START = Duration.ofMinutes(2);
    private static final long SETTLED = 5_000_000_000L;
    private static final String HOLDER =
            "SELECT min(holder) FROM store.lease WHERE starts_with(name, 'pipeline.bind.')";

    @Override
    public String name() {
        return "takeover";
    }

    @Override
    public String words() {
        return "two nodes, kill -9 of the one that holds the bind: until the other sends";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        boolean apart = mayBeApart();
        int port = Installation.freePort();
        Child second = start(stand, stand.house(), port, apart);
        Load load = new Load(stand);
        try {
            second.await("answer of its health page", START, () -> Api.isUp(URI.create("http://127.0.0.1:" + port)));
            stand.network().watch(load);
            CompletableFuture<Void> running = CompletableFuture.runAsync(load);
            String first = holder(stand);
            // By hand, so that it is known who sends; the first gives it up when it sees that.
            stand.database().run("""
                    UPDATE store.lease SET until = clock_timestamp() + interval '6 seconds', holder = (
                      SELECT holder FROM store.lease
                       WHERE starts_with(name, 'pipeline.node.') AND holder <> '%s' AND until > clock_timestamp() LIMIT 1)
                     WHERE starts_with(name, 'pipeline.bind.')""".formatted(first));
            long given = System.nanoTime();
            second.await(
                    "bind of the second node",
                    START,
                    () -> System.nanoTime() - given > SETTLED
                            && !holder(stand).equals(first)
                            && System.nanoTime() - load.last.get() < SETTLED / 50);
            load.longest.set(0);
            second.kill();
            long killed = System.nanoTime();
            stand.installation()
                    .await("first bind again", START, () -> holder(stand).equals(first));
            stand.installation()
                    .await(
                            "sending of the first node",
                            START,
                            () -> load.longest.get() > 0 && System.nanoTime() - killed - load.longest.get() > SETTLED);
            load.over = true;
            running.join();
        } finally {
            load.over = true;
            if (second.handle().isAlive()) {
                second.kill();
            }
        }
        figures.add(Figure.atMost("a node died: until the other sends", load.longest.get() / 1e9, MOST_SECONDS, "s")
                .noted(
                        apart
                                ? "the other cannot see that it died and waits for the end of its lease"
                                : "the other sees that it died, for both run on one machine"));
    }

    private static String holder(Stand stand) {
        return stand.database().one(HOLDER, row -> row.getString(1));
    }

    /** Whether a process may be started that the first node cannot see, as if it ran on another machine. */
    private static boolean mayBeApart() throws IOException {
        Process probe = new ProcessBuilder("unshare", "--pid", "--fork", "--mount-proc", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return probe.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Child start(Stand stand, House house, int port, boolean apart) throws IOException {
        Path data = stand.installation().folder().resolve("second");
        Path first = stand.installation().data();
        Files.createDirectories(data);
        Files.copy(first.resolve("secret.key"), data.resolve("secret.key"));
        List<String> command = new ArrayList<>(
                apart ? List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc") : List.of());
        command.addAll(List.of(house.java(), "-Xmx512m"));
        command.addAll(house.quickStart());
        command.addAll(List.of(
                "-jar",
                house.server().toString(),
                "--vestnik.data=" + data,
                "--vestnik.demo=false",
                "--server.port=" + port,
                "--management.server.port=0",
                "--vestnik.smpp.port=0",
                "--vestnik.db.url=jdbc:postgresql://127.0.0.1:"
                        + Files.readString(first.resolve("postgres/port")).strip() + "/postgres",
                "--vestnik.db.user=vestnik",
                "--vestnik.db.password="
                        + Files.readString(first.resolve("postgres/password")).strip()));
        command.addAll(stand.routes());
        return Child.start(
                "the second node", command, stand.installation().folder().resolve("second.log"));
    }

    /** Messages at an even pace to the node that lives, and the longest time that the network saw none. */
    private static final class Load implements Runnable, HttpLoad.Script, NetworkSink.Eye {

        private final Stand stand;
        private final MessageRequests requests;
        private final Journeys journeys;
        private final AtomicLong last = new AtomicLong(System.nanoTime());
        private final AtomicLong longest = new AtomicLong();
        private volatile boolean over;

        Load(Stand stand) {
            this.stand = stand;
            this.requests = stand.requests("transactional");
            this.journeys = stand.journeys(MOST);
        }

        @Override
        public void run() {
            try {
                HttpLoad.run(stand.installation().address(), 64, new Pace(PER_SECOND, MOST, 300), this);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }

        @Override
        public boolean goesOn() {
            return !over;
        }

        @Override
        public byte[] request(long number, long intended) {
            return requests.one(journeys.first() + number);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {}

        @Override
        public void submitted(long ordinal, long now) {
            longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
        }
    }
}
