package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.HeapPeak;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.SmppLoad;
import io.vestnik.bench.load.Stage;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.SubmitSm;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Programs that offer three times what can be sent, by the API and by SMPP, and never give in: what becomes of it. */
final class Overload implements Measurement {

    /** Half of what the whole way takes of either kind alone, three times. */
    private static final double HTTP = 3 * 3_000;

    private static final double SMPP = 3 * 9_000;
    private static final int CONNECTIONS = 256;
    private static final int SESSIONS = 4;
    private static final int MOST_QUEUED = 5_000;
    private static final int MOST_BESIDE = 2_000;
    private static final double MOST_MILLIS = 2_000;
    private static final double MOST_RECOVERY = 10;
    private static final double MOST_HEAP = 1_024;
    private static final int TOO_MANY = 429;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String words() {
        return "three times as much as can be sent, by the API and by SMPP: what is taken, refused, and how soon it is over";
    }

    @Override
    public boolean isProfiled() {
        return false;
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        double seconds = stand.full() ? 600 : 20;
        Optional<SmppDoor> door = SmppDoor.of(stand);
        if (door.isEmpty()) {
            figures.add(Figure.missing("overload", "messages/s", ">= 0", SmppDoor.ABSENT));
            return;
        }
        stand.restart(List.of("--vestnik.pipeline.most-queued=" + MOST_QUEUED));
        stand.network().refuse(false);
        PipelineBench.warmUp(stand, 15);
        stand.empty();
        Go go = new Go(stand, seconds);
        go.run(door.get());
        go.tell(figures);
    }

    /** Both sources at once. */
    private static final class Go implements NetworkSink.Eye {

        private final Stand stand;
        private final double seconds;
        private final Stage taken = new Stage();
        private final Stage wired = new Stage();
        private final Stage turnedAway = new Stage();
        private final AtomicLong others = new AtomicLong();
        private final AtomicLong reported = new AtomicLong();
        private final Journeys byHttp;
        private final Journeys bySmpp;
        private final Pace http;
        private final Pace smpp;

        private long offered;
        private long queued;
        private long unheard;
        private long looked;
        private double recovery;

        Go(Stand stand, double seconds) {
            this.stand = stand;
            this.seconds = seconds;
            this.http = Pace.insisting(HTTP, seconds);
            this.smpp = Pace.insisting(SMPP, seconds);
            this.byHttp = stand.journeys(Math.toIntExact(http.requests()));
            this.bySmpp = stand.journeys(Math.toIntExact(smpp.requests()));
        }

        void run(SmppDoor door) throws IOException {
            stand.network().watch(this);
            // A thread each: the common pool has one on two cores, and the sources would take turns.
            try (SmppLoad load = door.open(SESSIONS);
                    ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<Long> programs = threads.submit(
                        () -> HttpLoad.run(stand.installation().address(), CONNECTIONS, http, new Http()));
                Future<Long> binds = threads.submit(() -> load.run(smpp, new Smpp()));
                stand.installation().await("end of the load", Stand.PATIENCE.plusSeconds((long) seconds), () -> {
                    look();
                    return programs.isDone() && binds.isDone();
                });
                offered = result(programs) + result(binds);
            }
            long over = System.nanoTime();
            stand.installation()
                    .await(
                            "end of what was taken",
                            Stand.PATIENCE,
                            () -> stand.onItsWay() == 0 && reported.get() >= taken.count());
            recovery = (System.nanoTime() - over) / 1e9;
        }

        private static long result(Future<Long> source) throws IOException {
            try {
                return source.get();
            } catch (ExecutionException e) {
                throw new IOException("A source failed", e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }

        /** Counts the queue once a second: what is gone from it is still to be passed over; and the receipts that are to come. */
        private void look() {
            long now = System.nanoTime();
            if (now - looked > 1_000_000_000L) {
                looked = now;
                queued = Math.max(queued, stand.database().number("SELECT count(*) FROM pipeline.queue"));
                NetworkSink network = stand.network();
                unheard = Math.max(unheard, network.submits() - network.receipts());
            }
        }

        void tell(Figures figures) {
            String note =
                    "%,.0f/s by the API and %,.0f/s by SMPP meant to leave for %.0f s%s; %,.0f/s found a free connection"
                            .formatted(
                                    HTTP,
                                    SMPP,
                                    seconds,
                                    stand.full() ? "" : ", ten minutes with --full",
                                    offered / seconds);
            figures.add(Figure.told("overload: taken", taken.count() / seconds, "messages/s")
                    .noted(note));
            figures.add(Figure.told("overload: refused", turnedAway.count() / seconds, "messages/s")
                    .noted("429 and ESME_RTHROTTLED; p99 of the refusal %.0f ms".formatted(turnedAway.millis(99))));
            figures.add(Figure.atMost("overload: answered in another way", (double) others.get(), 0, "messages"));
            figures.add(
                    Figure.atMost("overload: what is taken, to the answer, p99", taken.millis(99), MOST_MILLIS, "ms"));
            figures.add(
                    Figure.atMost("overload: what is taken, to the wire, p99", wired.millis(99), MOST_MILLIS, "ms"));
            figures.add(Figure.atMost(
                    "overload: taken and not finished", (double) (taken.count() - reported.get()), 0, "messages"));
            figures.add(
                    Figure.atMost("overload: queue, at most", (double) queued, MOST_QUEUED + MOST_BESIDE, "messages")
                            .noted("vestnik.pipeline.most-queued=" + MOST_QUEUED));
            figures.add(Figure.told("overload: receipts at the network, at most", (double) unheard, "receipts"));
            figures.add(Figure.atMost(
                    "overload: heap of the server, at most",
                    (double) HeapPeak.mebibytes(stand.installation().folder().resolve("gc.log")),
                    MOST_HEAP,
                    "MiB"));
            figures.add(
                    Figure.atMost("overload: from the load's end until all is finished", recovery, MOST_RECOVERY, "s"));
        }

        private void answer(boolean isTaken, boolean isRefused, long intended, long now) {
            if (isTaken) {
                taken.record(intended, now);
            } else if (isRefused) {
                turnedAway.record(intended, now);
            } else {
                others.incrementAndGet();
            }
        }

        @Override
        public void submitted(long ordinal, long now) {
            byHttp.comes(wired, ordinal, now);
            bySmpp.comes(wired, ordinal, now);
        }

        @Override
        public void reported(long ordinal, long now) {
            reported.incrementAndGet();
        }

        private final class Http implements HttpLoad.Script {

            private final MessageRequests requests = stand.requests("transactional");

            @Override
            public byte[] request(long number, long intended) {
                byHttp.leaves(byHttp.first() + number, intended);
                return requests.one(byHttp.first() + number);
            }

            @Override
            public void answered(long number, int status, long intended, long now) {
                answer(status / 100 == 2, status == TOO_MANY, intended, now);
            }
        }

        private final class Smpp implements SmppLoad.Script {

            @Override
            public SubmitSm request(long number, long intended) {
                bySmpp.leaves(bySmpp.first() + number, intended);
                return SmppDoor.message(bySmpp.first() + number);
            }

            @Override
            public void answered(long number, int status, long intended, long now) {
                answer(status == CommandStatus.ESME_ROK, status == CommandStatus.ESME_RTHROTTLED, intended, now);
            }
        }
    }
}
