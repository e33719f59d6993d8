package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A server that is started with a long queue: when it sends again, and how fast it works the queue off. */
final class Backlog implements Measurement {

    private static final int BATCH = 1_000;
    private static final double MOST_SECONDS = 10;
    private static final int MOST_ROUNDS = 5;

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public String words() {
        return "a start with a long queue: when it sends again, and how fast the queue is worked off";
    }

    @Override
    public boolean wantsQuiet() {
        return false;
    }

    @Override
    public boolean isProfiled() {
        return false;
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        long wanted = stand.full() ? 1_000_000 : 100_000;
        // What the network was offered meanwhile pauses, and is not in the queue.
        for (int round = 0; round < MOST_ROUNDS && queued(stand) < wanted; round++) {
            fill(stand, wanted);
        }
        long queued = queued(stand);
        FirstSubmit first = new FirstSubmit();
        stand.network().watch(first);
        stand.network().refuse(false);
        stand.restart();
        long started = stand.installation()
                .server()
                .info()
                .startInstant()
                .orElseThrow()
                .toEpochMilli();
        stand.installation().await("first message after the start", Stand.PATIENCE, () -> first.at.get() > 0);
        figures.add(Figure.atMost(
                        "start with a queue: until it sends again", (first.at.get() - started) / 1e3, MOST_SECONDS, "s")
                .noted("%,d queued%s".formatted(queued, stand.full() ? "" : ", 1,000,000 with --full")));
        work(stand, figures);
    }

    /** From here on the queue is as good as any load. */
    private static void work(Stand stand, Figures figures) {
        Gauge.Reading before = stand.gauge().read();
        long taken = stand.network().submits();
        long reported = stand.network().receipts();
        stand.empty();
        Gauge.Reading after = stand.gauge().read();
        long messages = stand.network().receipts() - reported;
        figures.add(Figure.told(
                        "queue worked off, to the last receipt", messages / after.secondsSince(before), "messages/s")
                .with(after.since(before, messages))
                .noted("%,d messages, %,d sent; the server's first after its start"
                        .formatted(messages, stand.network().submits() - taken)));
    }

    private static void fill(Stand stand, long wanted) throws IOException {
        long missing = wanted - queued(stand);
        if (missing > 0) {
            long requests = Math.ceilDiv(missing, BATCH);
            Journeys journeys = stand.journeys(Math.toIntExact(requests * BATCH));
            MessageRequests messages = stand.requests("transactional");
            HttpLoad.run(stand.installation().address(), 4, Pace.asAnswered(requests, 600), new HttpLoad.Script() {
                @Override
                public byte[] request(long number, long intended) {
                    return messages.many(journeys.first() + number * BATCH, BATCH);
                }

                @Override
                public void answered(long number, int status, long intended, long now) {}
            });
        }
    }

    private static long queued(Stand stand) {
        return stand.database().number("SELECT count(*) FROM pipeline.queue");
    }

    private final class FirstSubmit implements NetworkSink.Eye {

        private final AtomicLong at = new AtomicLong();

        @Override
        public void submitted(long ordinal, long now) {
            if (at.get() == 0) {
                at.compareAndSet(0, clock.millis());
            }
        }
    }
}
