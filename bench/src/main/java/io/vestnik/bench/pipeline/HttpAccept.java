package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongFunction;

/** How many messages a second are taken by HTTP while the network takes none of them. */
final class HttpAccept implements Measurement {

    private static final double SHARE = 0.8;

    private final HttpDoor door;

    HttpAccept(HttpDoor door) {
        this.door = door;
    }

    @Override
    public String name() {
        return door.row;
    }

    @Override
    public String words() {
        return door.what + ": as fast as it answers, then at a steady pace";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        double seconds = stand.full() ? 30 : door.batch == 1 ? 8 : 4;
        Round round = new Round(stand, Pace.asAnswered((long) (door.least * seconds * 3 / door.batch), seconds));
        round.run(door.connections);
        double perSecond = round.taken() / round.seconds();
        figures.add(round.refusals
                .noted(Verdicts.explained(
                        Figure.atLeast(door.what, perSecond, door.least, "messages/s")
                                .with(round.costs()),
                        door.least))
                .noted("%d connections, %.1f s, the network takes nothing meanwhile"
                        .formatted(door.connections, round.seconds())));
        double pace = Math.min(door.least, perSecond * SHARE);
        Round steady = new Round(stand, Pace.steady(pace / door.batch, seconds));
        steady.run(door.steadyConnections);
        figures.add(Figure.told(door.what + ", p50 at a steady pace", steady.stage.millis(50), "ms"));
        String what = door.what + ", p99 at a steady pace";
        double millis = steady.stage.millis(99);
        figures.add((door.mostMillis > 0
                        ? Figure.atMost(what, millis, door.mostMillis, "ms")
                        : Figure.told(what, millis, "ms"))
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
        private final LongFunction<byte[]> requests;
        private final Journeys journeys;
        private final Stage stage = new Stage();
        private final Refusals refusals;
        private final Gauge.Reading before;

        private Gauge.Reading after;
        private long answered;

        Round(Stand stand, Pace pace) {
            this.stand = stand;
            this.pace = pace;
            this.requests = door.requests(stand);
            this.journeys = stand.journeys(Math.toIntExact(pace.requests() * door.batch));
            this.refusals = new Refusals(stand.log());
            this.before = stand.gauge().read();
            this.after = before;
        }

        void run(int connections) throws IOException {
            HttpLoad.run(stand.installation().address(), connections, pace, this);
            after = stand.gauge().read();
        }

        long taken() {
            return answered * door.batch;
        }

        double seconds() {
            return after.secondsSince(before);
        }

        Map<String, Double> costs() {
            return after.since(before, taken());
        }

        @Override
        public byte[] request(long number, long intended) {
            return requests.apply(journeys.first() + number * door.batch);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            if (status / 100 == 2) {
                stage.record(intended, now);
                answered++;
            }
        }

        @Override
        public int outcome(int status, HttpLoad.Body body) {
            return door.outcome(status, body);
        }

        @Override
        public void refused(int status, String body) {
            refusals.add(status, body);
        }
    }
}
