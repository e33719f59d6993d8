package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import java.io.IOException;

/** Single messages from the API over the network to their final state. */
final class WholeWay implements Measurement {

    private static final double LEAST = 5_000;
    private static final double SHARE = 0.8;

    @Override
    public String name() {
        return "whole-way";
    }

    @Override
    public String words() {
        return "API, SMPP, receipt, final state: as fast as it answers, then at a steady pace";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        int messages = stand.full() ? 600_000 : 60_000;
        Go fast = new Go(stand, Pace.asAnswered(messages, 120), 128);
        fast.run();
        figures.add(fast.refusals
                .noted(Verdicts.explained(
                        Figure.atLeast("API to SMPP to receipt to final state", fast.perSecond(), LEAST, "messages/s")
                                .with(fast.after.since(fast.before, fast.count())),
                        LEAST))
                .noted("%,d messages; no callback".formatted(fast.count())));
        double pace = Math.min(LEAST, fast.perSecond() * SHARE);
        Go steady = new Go(stand, Pace.steady(pace, stand.full() ? 60 : 10), 512);
        steady.run();
        String at = "%,.0f messages/s; from when it was meant to leave".formatted(pace);
        steady.tell(figures, "accepted", steady.accepted, at);
        steady.tell(figures, "on the wire", steady.wired, at);
        steady.tell(figures, "final", steady.ended, at);
    }

    /** One go of messages; also the warm-up of the others. */
    static final class Go implements HttpLoad.Script, NetworkSink.Eye {

        private final Stand stand;
        private final Pace pace;
        private final int connections;
        private final MessageRequests requests;
        private final Journeys journeys;
        private final Stage accepted = new Stage();
        private final Stage wired = new Stage();
        private final Stage ended = new Stage();
        private final Refusals refusals;
        private final Gauge.Reading before;

        private Gauge.Reading after;
        private long answered;

        Go(Stand stand, Pace pace, int connections) {
            this.stand = stand;
            this.pace = pace;
            this.connections = connections;
            this.requests = stand.requests("transactional");
            this.journeys = stand.journeys(Math.toIntExact(pace.requests()));
            this.refusals = new Refusals(stand.log());
            this.before = stand.gauge().read();
            this.after = before;
        }

        void run() throws IOException {
            stand.network().watch(this);
            HttpLoad.run(stand.installation().address(), connections, pace, this);
            answered = accepted.count();
            stand.installation()
                    .await("receipts of " + answered + " messages", Stand.PATIENCE, () -> ended.count() >= answered);
            after = stand.gauge().read();
        }

        long count() {
            return answered;
        }

        double perSecond() {
            return answered * 1e9 / (ended.last() - before.nanos());
        }

        private void tell(Figures figures, String what, Stage stage, String note) {
            figures.add(Figure.told("API to " + what + ", p50", stage.millis(50), "ms"));
            figures.add(Figure.told("API to " + what + ", p99", stage.millis(99), "ms")
                    .noted(note));
        }

        @Override
        public byte[] request(long number, long intended) {
            journeys.leaves(journeys.first() + number, intended);
            return requests.one(journeys.first() + number);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            if (status / 100 == 2) {
                accepted.record(intended, now);
            }
        }

        @Override
        public void refused(int status, String body) {
            refusals.add(status, body);
        }

        @Override
        public void submitted(long ordinal, long now) {
            journeys.comes(wired, ordinal, now);
        }

        @Override
        public void reported(long ordinal, long now) {
            journeys.comes(ended, ordinal, now);
        }
    }
}
