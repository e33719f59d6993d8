package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.House;
import io.vestnik.bench.Installation;
import io.vestnik.bench.load.HttpSink;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The server under measurement, the network that it sends to, and what reads its costs. */
final class Stand implements AutoCloseable {

    static final String SENDER = "VESTNIK";
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ROUTE = "?window=1000&tps=0&binds=1&ids=same&enquire=0&doubtWait=6";
    private static final Duration EMPTY = Duration.ofMinutes(5);
    private static final double REST_SECONDS = 0.5;
    private static final double REST_CORES = 0.3;

    private final House house;
    private final PipelineOptions options;
    private final PrintStream log;
    private final NetworkSink network;
    private final HttpSink callbacks;
    private final int smppPort;
    private final Installation installation;

    private Gauge gauge;
    private @Nullable Audience audience;
    private long nextOrdinal;

    private Stand(House house, PipelineOptions options, PrintStream log, Ends ends, Installation installation) {
        this.house = house;
        this.options = options;
        this.log = log;
        this.network = ends.network();
        this.callbacks = ends.callbacks();
        this.smppPort = ends.smppPort();
        this.installation = installation;
        this.gauge = Gauge.of(installation);
    }

    /** What is around the server. */
    private record Ends(NetworkSink network, HttpSink callbacks, int smppPort) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            network.close();
            callbacks.close();
        }
    }

    /** On fresh data that go with it. */
    static Stand open(House house, PipelineOptions options, PrintStream log) throws IOException {
        return open(house, options, log, (jvm, settings) -> Installation.alone(house, jvm, settings));
    }

    /** On data that are in a folder, and stay there. */
    static Stand open(House house, PipelineOptions options, PrintStream log, Path folder) throws IOException {
        return open(house, options, log, (jvm, settings) -> Installation.in(folder, house, jvm, settings));
    }

    private interface Start {

        Installation with(List<String> jvm, List<String> settings);
    }

    private static Stand open(House house, PipelineOptions options, PrintStream log, Start start) throws IOException {
        Ends ends = new Ends(NetworkSink.start(), HttpSink.start(), Installation.freePort());
        try {
            Stand stand = new Stand(house, options, log, ends, start(start, options, ends));
            stand.gauge.database().enrich();
            if (options.profile().isPresent()) {
                Profile.prepare(stand.database());
                stand.restart();
                Profile.open(stand.database());
            }
            return stand;
        } catch (RuntimeException e) {
            ends.close();
            throw e;
        }
    }

    /** What a node must be told to send to the network. */
    List<String> routes() {
        return routes(network);
    }

    private static List<String> routes(NetworkSink network) {
        return List.of(
                "--vestnik.route.main=smpp://vestnik:vestnik@127.0.0.1:" + network.port() + ROUTE,
                "--vestnik.outbound.allow-private=true");
    }

    House house() {
        return house;
    }

    private static Installation start(Start start, PipelineOptions options, Ends ends) {
        List<String> jvm = options.profile().isPresent()
                // Without these, samples name the wrong lines.
                ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints")
                : List.of();
        List<String> settings = new ArrayList<>(routes(ends.network()));
        settings.add("--vestnik.smpp.port=" + ends.smppPort());
        settings.add("--vestnik.smsc.throttles=false"); // one account sends as fast as it can
        return start.with(jvm, settings);
    }

    boolean full() {
        return options.full();
    }

    PrintStream log() {
        return log;
    }

    NetworkSink network() {
        return network;
    }

    Installation installation() {
        return installation;
    }

    Gauge gauge() {
        return gauge;
    }

    Database database() {
        return gauge.database();
    }

    Api api() {
        return new Api(installation.address(), installation.token());
    }

    /** Requests that send single messages or many, of that type. */
    MessageRequests requests(String type) {
        return new MessageRequests(installation.address(), installation.token(), type, "");
    }

    /** Requests that also ask to be told of the end. */
    MessageRequests requestsWithCallback() {
        String callback = "http://127.0.0.1:" + callbacks.port() + "/states";
        return new MessageRequests(installation.address(), installation.token(), "transactional", callback);
    }

    /** Numbers that no earlier row wrote to. */
    Journeys journeys(int count) {
        if (nextOrdinal + count > Numbers.COUNT) {
            throw new IllegalStateException("There are no numbers left");
        }
        Journeys journeys = new Journeys(nextOrdinal, count);
        nextOrdinal += count;
        return journeys;
    }

    /** People to write campaigns to, 1,000,000 or without {@code --full} a tenth of that; loaded when first asked for. */
    Audience audience() throws IOException {
        if (audience == null) {
            audience = Audience.load(this, full() ? 1_000_000 : 100_000);
        }
        return audience;
    }

    /** Where programs bind by SMPP, if the server lets them. */
    int smppPort() {
        return smppPort;
    }

    /** Where customers' programs are told of their messages. */
    HttpSink callbacks() {
        return callbacks;
    }

    /** Lets the server collect its garbage. */
    void collect() {
        gauge.collect();
    }

    /** Stops the server in order and starts it again on its data. */
    void restart() {
        gauge.close();
        installation.restartServer();
        gauge = Gauge.of(installation);
    }

    /** As the other, with more settings from now on. */
    void restart(List<String> settings) {
        gauge.close();
        installation.restartServerOn(installation.data(), settings);
        gauge = Gauge.of(installation);
    }

    /** Waits until nothing is on its way any more, every receipt has come, and what follows behind has come to rest. */
    void empty() {
        installation.await("empty queue", EMPTY, () -> onItsWay() == 0 && network.receipts() >= network.submits());
        AtomicReference<Gauge.Reading> last = new AtomicReference<>(gauge.read());
        installation.await("rest", EMPTY, () -> {
            Gauge.Reading now = gauge.read();
            if (now.secondsSince(last.get()) < REST_SECONDS) {
                return false;
            }
            return now.coresSince(last.getAndSet(now)) < REST_CORES;
        });
    }

    /** Messages that are queued, on the air or pausing, counted to 100,000 at most. */
    long onItsWay() {
        return database().number("""
                SELECT (SELECT count(*) FROM (SELECT 1 FROM pipeline.queue LIMIT 100000) AS queued)
                     + (SELECT count(*) FROM (SELECT 1 FROM pipeline.in_flight WHERE NOT closed LIMIT 100000) AS flying)
                     + (SELECT count(*) FROM (SELECT 1 FROM pipeline.waiting LIMIT 100000) AS pausing)""");
    }

    @Override
    public void close() throws IOException {
        try {
            gauge.close();
        } finally {
            try {
                installation.close();
            } finally {
                network.close();
                callbacks.close();
            }
        }
    }
}
