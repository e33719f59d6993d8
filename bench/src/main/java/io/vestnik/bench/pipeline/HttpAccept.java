package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import java.io.IOException;
import java.util.Map;

/** How many messages a second the API takes, one or a thousand a request, while the network takes none of them. */
final class HttpAccept implements Measurement {

    private static final double SHARE = 0.8;

    private final int batch;

    /** @param batch messages a request, 1 to 1,000 */
    HttpAccept(int batch) {
        this.batch = batch;
    }

    @Override
    public String name() {
        return batch == 1 ? "http-single" : "http-batch";
    }

    @Override
    public String words() {
        return batch == 1
                ? "the API takes single messages: as fast as it answers, then at a steady pace"
                : "the API takes messages a thousand a request";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        double least = batch == 1 ? 6_000 : 50_000;
        double seconds = stand.full() ? 30 : batch == 1 ? 8 : 4;
        int connections = batch == 1 ? 128 : 8;
        Round round = new Round(stand, Pace.asAnswered((long) (least * seconds * 3 / batch), seconds));
        round.run(connections);
        double perSecond = round.taken() / round.seconds();
        String what = batch == 1 ? "HTTP accept, single messages" : "HTTP accept, 1,000 messages a request";
        figures.add(round.refusals
                .noted(Verdicts.explained(
                        Figure.atLeast(what, perSecond, least, "messages/s").with(round.costs()), least))
                .noted("%d connections, %.1f s, the network takes nothing meanwhile"
                        .formatted(connections, round.seconds())));
        double pace = Math.min(least, perSecond * SHARE);
        Round steady = new Round(stand, Pace.steady(pace / batch, seconds));
        steady.run(batch == 1 ? 512 : 16);
        figures.add(Figure.told(what + ", p50 at a steady pace", steady.stage.millis(50), "ms"));
        figures.add(Figure.told(what + ", p99 at a steady pace", steady.stage.millis(99), "ms")
                .noted("%,.0f messages/s".formatted(pace)));
    }

    @Override
    public boolean wantsQuiet() {
        return false;
    }

    /** One go of requests. */
    private final class Round implements HttpLoad.Script {

        private final Stand stand;
        private final Pace pace;
        private final MessageRequests requests;
        private final Journeys journeys;
        private final Stage stage = new Stage();
        private final Refusals refusals;
        private final Gauge.Reading before;

        private Gauge.Reading after;
        private long answered;

        Round(Stand stand, Pace pace) {
            this.stand = stand;
            this.pace = pace;
            this.requests = stand.requests("transactional");
            this.journeys = stand.journeys(Math.toIntExact(pace.requests() * batch));
            this.refusals = new Refusals(stand.log());
            this.before = stand.gauge().read();
            this.after = before;
        }

        void run(int connections) throws IOException {
            HttpLoad.run(stand.installation().address(), connections, pace, this);
            after = stand.gauge().read();
        }

        long taken() {
            return answered * batch;
        }

        double seconds() {
            return after.secondsSince(before);
        }

        Map<String, Double> costs() {
            return after.since(before, taken());
        }

        @Override
        public byte[] request(long number, long intended) {
            long first = journeys.first() + number * batch;
            return batch == 1 ? requests.one(first) : requests.many(first, batch);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            if (status / 100 == 2) {
                stage.record(intended, now);
                answered++;
            }
        }

        @Override
        public void refused(int status, String body) {
            refusals.add(status, body);
        }
    }
}
