package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.HttpSink;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Numbers;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The whole way of single messages through the server and through Kannel, turn about on the same machine in the same minutes. */
final class KannelRun implements Measurement {

    static final String NAME = "kannel";

    private static final int TURNS = 3;
    private static final int CONNECTIONS = 64;
    private static final double WARM_SECONDS = 5;
    private static final double RATIO = 1.5;
    private static final String WHAT = "whole way against Kannel's with spool and callbacks";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "the whole way, turn about with Debian's Kannel (only with --vs kannel)";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        String missing = Kannel.missing().orElse("");
        if (!missing.isEmpty()) {
            figures.add(Figure.missing(WHAT, "times", ">= " + RATIO, missing));
            return;
        }
        int messages = stand.full() ? 200_000 : 30_000;
        try (NetworkSink network = NetworkSink.start();
                HttpSink callbacks = HttpSink.start();
                Kannel kannel = Kannel.start(stand.installation().folder().resolve("kannel"), network)) {
            new Turn(stand, kannel, network, callbacks).run(Pace.asAnswered(400_000, WARM_SECONDS));
            boolean called = WholeWay.calls(stand);
            WayGo.of(stand, Pace.asAnswered(400_000, WARM_SECONDS), CONNECTIONS, called)
                    .run();
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            long cpu = kannel.cpu();
            for (int turn = 0; turn < TURNS; turn++) {
                WayGo go = WayGo.of(stand, Pace.asAnswered(messages, 60), CONNECTIONS, called);
                go.run();
                ours.add(go.perSecond());
                Turn kannels = new Turn(stand, kannel, network, callbacks);
                kannels.run(Pace.asAnswered(messages, 60));
                theirs.add(kannels.perSecond());
            }
            double micros = (kannel.cpu() - cpu) / (double) (TURNS * messages);
            figures.add(Figure.told("Kannel: HTTP to SMPP to receipt to callback", median(theirs), "messages/s")
                    .with("kannelCpuMicros", micros)
                    .noted(all(theirs)));
            figures.add(Figure.told("Vestnik beside it, the same way", median(ours), "messages/s")
                    .noted(all(ours))
                    .noted(called ? "" : "without callbacks: " + SmppDoor.ABSENT));
            figures.add(Figure.atLeast(WHAT, median(ours) / median(theirs), RATIO, "times")
                    .noted(
                            "turns A B A B, warm-up 5 s, medians of %d of %,d messages; Kannel charges nothing and keeps no history"
                                    .formatted(TURNS, messages)));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String all(List<Double> values) {
        return "turns: "
                + String.join(", ", values.stream().map("%,.0f"::formatted).toList());
    }

    /** One turn of Kannel's. */
    private static final class Turn implements HttpLoad.Script, HttpSink.Ear {

        private static final int TARGET = "GET /dlr/".length();

        private final Kannel kannel;
        private final NetworkSink network;
        private final HttpSink callbacks;
        private final Stand stand;
        private final Stage called = new Stage();
        private final Refusals refusals;

        private Journeys journeys;
        private long began;

        Turn(Stand stand, Kannel kannel, NetworkSink network, HttpSink callbacks) {
            this.stand = stand;
            this.kannel = kannel;
            this.network = network;
            this.callbacks = callbacks;
            this.refusals = new Refusals(stand.log());
            this.journeys = stand.journeys(0);
        }

        void run(Pace pace) throws IOException {
            journeys = stand.journeys(Math.toIntExact(pace.requests()));
            callbacks.listen(this);
            began = System.nanoTime();
            long sent = HttpLoad.run(kannel.address(), CONNECTIONS, pace, this);
            kannel.process()
                    .await(
                            "callbacks of " + sent + " messages, of which the network took " + network.submits(),
                            Stand.PATIENCE,
                            () -> called.count() >= sent);
        }

        double perSecond() {
            return called.count() * 1e9 / (called.last() - began);
        }

        @Override
        public byte[] request(long number, long intended) {
            journeys.leaves(journeys.first() + number, intended);
            return Kannel.request(journeys.first() + number, callbacks);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {}

        @Override
        public void refused(int status, String body) {
            refusals.add(status, body);
        }

        @Override
        public void heard(byte[] octets, int from, int to, long now) {
            String number = new String(octets, from + TARGET, Numbers.LENGTH, StandardCharsets.US_ASCII);
            journeys.comes(called, Numbers.ordinal(number), now);
        }
    }
}
