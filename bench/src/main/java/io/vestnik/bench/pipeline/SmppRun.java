package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Numbers;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.SmppLoad;
import io.vestnik.bench.load.Stage;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.SubmitSm;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Messages by SMPP: how many are accepted while the network takes none, or how many go the whole way and are reported back. */
final class SmppRun implements Measurement {

    private static final double ACCEPT = 20_000;
    private static final double ACCEPT_MILLIS = 50;
    private static final double WAY = 6_000;
    private static final double SHARE = 0.8;

    private final String name;
    private final boolean whole;
    private final int sessions;
    private final int window;

    /**
     * @param whole whether to the receipt; otherwise to the answer
     * @param window most messages of a session without an answer
     */
    SmppRun(String name, boolean whole, int sessions, int window) {
        this.name = name;
        this.whole = whole;
        this.sessions = sessions;
        this.window = window;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String words() {
        return whole
                ? "SMPP to SMPP, and the receipt back to the program"
                : "SMPP accepts: submit_sm, commit, answer; as fast as it answers, then at a steady pace";
    }

    @Override
    public boolean wantsQuiet() {
        return whole;
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        String what = whole ? "SMPP to SMPP to receipt back" : "SMPP accept";
        double least = whole ? WAY : ACCEPT;
        Optional<SmppDoor> door = SmppDoor.of(stand);
        if (door.isEmpty()) {
            figures.add(Figure.missing(what, "messages/s", ">= %,.0f".formatted(least), SmppDoor.ABSENT));
            return;
        }
        try (SmppLoad load = door.get().open(sessions, window)) {
            double seconds = stand.full() ? (whole ? 60 : 600) : 8;
            Go warm = new Go(stand, load, Pace.asAnswered((long) (least * 2), 3));
            warm.run(whole);
            Go fast = new Go(
                    stand,
                    load,
                    whole ? Pace.asAnswered((long) (WAY * seconds), 120) : Pace.asAnswered((long) (ACCEPT * 12), 8));
            fast.run(whole);
            figures.add(Verdicts.explained(
                            Figure.atLeast(what, fast.perSecond(whole), least, "messages/s")
                                    .with(fast.costs()),
                            least)
                    .noted("%d sessions, window %,d, %,d messages%s%s"
                            .formatted(
                                    sessions,
                                    window,
                                    fast.taken(),
                                    whole ? "" : ", the network takes nothing meanwhile",
                                    fast.refused())));
            double pace = Math.min(least, fast.perSecond(whole) * SHARE);
            Go steady = new Go(stand, load, Pace.steady(pace, seconds));
            steady.run(whole);
            Stage stage = whole ? steady.reported : steady.accepted;
            String note = "%,.0f messages/s for %.0f s%s%s"
                    .formatted(
                            pace, seconds, stand.full() || whole ? "" : ", ten minutes with --full", steady.refused());
            figures.add(Figure.told(what + ", p50", stage.millis(50), "ms").noted(note));
            figures.add(
                    whole
                            ? Figure.told(what + ", p99", stage.millis(99), "ms")
                            : Figure.atMost(what + ", p99", stage.millis(99), ACCEPT_MILLIS, "ms")
                                    .noted(note));
        }
    }

    /** One go of messages. */
    private static final class Go implements SmppLoad.Script, NetworkSink.Eye {

        private final Stand stand;
        private final SmppLoad load;
        private final Pace pace;
        private final Journeys journeys;
        private final Stage accepted = new Stage();
        private final Stage reported = new Stage();
        private final AtomicLong refused = new AtomicLong();
        private final Gauge.Reading before;

        private Gauge.Reading after;

        Go(Stand stand, SmppLoad load, Pace pace) {
            this.stand = stand;
            this.load = load;
            this.pace = pace;
            this.journeys = stand.journeys(Math.toIntExact(pace.requests()));
            this.before = stand.gauge().read();
            this.after = before;
        }

        void run(boolean whole) throws IOException {
            stand.network().watch(this);
            load.run(pace, this);
            if (whole) {
                stand.installation().await("receipts back", Stand.PATIENCE, () -> reported.count() >= accepted.count());
            }
            after = stand.gauge().read();
        }

        long taken() {
            return accepted.count();
        }

        double perSecond(boolean whole) {
            Stage stage = whole ? reported : accepted;
            return stage.count() * 1e9 / (stage.last() - before.nanos());
        }

        Map<String, Double> costs() {
            return after.since(before, taken());
        }

        String refused() {
            return refused.get() == 0 ? "" : ", %,d refused".formatted(refused.get());
        }

        @Override
        public SubmitSm request(long number, long intended) {
            journeys.leaves(journeys.first() + number, intended);
            return SmppDoor.message(journeys.first() + number);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            if (status == CommandStatus.ESME_ROK) {
                accepted.record(intended, now);
            } else {
                refused.incrementAndGet();
            }
        }

        @Override
        public void delivered(DeliverSm deliver, long now) {
            journeys.comes(reported, Numbers.ordinal(deliver.source().digits()), now);
        }
    }
}
