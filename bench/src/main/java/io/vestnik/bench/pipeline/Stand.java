package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.House;
import io.vestnik.bench.Installation;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server under measurement, the network that it sends to, and what reads its costs. */
final class Stand implements AutoCloseable {

    static final String SENDER = "VESTNIK";
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ROUTE = "?window=1000&tps=0&binds=1&ids=same&enquire=0";
    private static final Duration EMPTY = Duration.ofMinutes(5);

    private final PipelineOptions options;
    private final PrintStream log;
    private final NetworkSink network;
    private final Installation installation;

    private Gauge gauge;
    private @Nullable Audience audience;
    private long nextOrdinal;

    private Stand(PipelineOptions options, PrintStream log, NetworkSink network, Installation installation) {
        this.options = options;
        this.log = log;
        this.network = network;
        this.installation = installation;
        this.gauge = Gauge.of(installation);
    }

    static Stand open(House house, PipelineOptions options, PrintStream log) throws IOException {
        NetworkSink network = NetworkSink.start();
        try {
            List<String> jvm = new ArrayList<>();
            if (options.profile().isPresent()) {
                jvm.add("-XX:+UnlockDiagnosticVMOptions");
                jvm.add("-XX:+DebugNonSafepoints"); // or samples name the wrong lines
            }
            Installation installation = Installation.alone(
                    house,
                    jvm,
                    List.of("--vestnik.route.main=smpp://vestnik:vestnik@127.0.0.1:" + network.port() + ROUTE));
            Stand stand = new Stand(options, log, network, installation);
            stand.gauge.database().enrich();
            if (options.profile().isPresent()) {
                Profile.prepare(stand.database());
                stand.restart();
                Profile.open(stand.database());
            }
            return stand;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
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

    /** Stops the server in order and starts it again on its data. */
    void restart() {
        gauge.close();
        installation.restartServer();
        gauge = Gauge.of(installation);
    }

    /** Waits until nothing is on its way any more. */
    void empty() {
        installation.await("empty queue", EMPTY, () -> onItsWay() == 0);
    }

    /** Messages that are queued, on the air or pausing, counted to 100,000 at most. */
    long onItsWay() {
        return database().number("""
                SELECT (SELECT count(*) FROM (SELECT 1 FROM pipeline.queue LIMIT 100000) AS queued)
                     + (SELECT count(*) FROM (SELECT 1 FROM pipeline.in_flight LIMIT 100000) AS flying)
                     + (SELECT count(*) FROM (SELECT 1 FROM pipeline.waiting LIMIT 100000) AS pausing)""");
    }

    @Override
    public void close() {
        try {
            gauge.close();
        } finally {
            try {
                installation.close();
            } finally {
                network.close();
            }
        }
    }
}
