package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outcomes;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.PipelineFigures.RouteFigures;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what became of the messages that a route was given, in batches. */
final class Answers implements Outcomes, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final FaultLog faults = new FaultLog(log);
    private static final int MOST = 1_000;
    private static final int CAPACITY = 200_000;
    private static final Executor AGAIN = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final RouteId route;
    private final FlightStore flights;
    private final Doubts doubts;
    private final Endings endings;
    private final Follow follow;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final RouteFigures figures;
    private final Runnable queued;
    private final Batcher<Outcome, Boolean> batcher;
    private volatile boolean closed;

    Answers(RouteId route, SendingParts parts, RouteFigures figures, Runnable queued) {
        this.route = route;
        this.flights = parts.flights();
        this.doubts = parts.answers().doubts();
        this.endings = parts.endings();
        this.follow = parts.answers().follow();
        this.trail = parts.answers().trail();
        this.transactions = parts.transactions();
        this.clock = parts.clock();
        this.figures = figures;
        this.queued = queued;
        this.batcher = new Batcher<>("answers-" + route, MOST, CAPACITY, this::write);
    }

    /** Outcomes that are not stored yet. */
    int waiting() {
        return batcher.waiting();
    }

    @Override
    public void outcomes(List<? extends Outcome> outcomes) {
        figures.answered(outcomes);
        store(List.copyOf(outcomes));
    }

    /** Stores them however long the database is away: each statement changes only what still waits for its answer. */
    private void store(List<Outcome> outcomes) {
        batcher.submitAll(outcomes).whenComplete((_, fault) -> {
            if (fault != null && !closed) {
                faults.failed("Storing answers of route " + route, fault);
                CompletableFuture.runAsync(() -> store(outcomes), AGAIN);
            }
        });
    }

    private List<Boolean> write(List<Outcome> outcomes) {
        List<Outcome.Accepted> accepted = new ArrayList<>();
        List<Outcome.Later> later = new ArrayList<>();
        List<Outcome.NotSent> notSent = new ArrayList<>();
        List<Outcome.InDoubt> lost = new ArrayList<>();
        List<Outcome.Refused> refused = new ArrayList<>();
        Instant now = clock.instant();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Accepted a -> accepted.add(a);
                case Outcome.Later l -> later.add(l);
                case Outcome.NotSent n -> notSent.add(n);
                case Outcome.InDoubt d -> lost.add(d);
                case Outcome.Refused r -> refused.add(r);
            }
        }
        transactions.run(Pool.HOT, () -> {
            if (!accepted.isEmpty()) {
                long settlement = follow.next();
                follow.moved(settlement, flights.sent(route, accepted, now, settlement));
            }
            if (!later.isEmpty()) {
                flights.later(later);
                trail.putOff(route, later);
            }
            if (!notSent.isEmpty()) {
                flights.requeue(notSent);
            }
            if (!lost.isEmpty()) {
                doubts.begin(route, lost, now);
            }
            if (!refused.isEmpty()) {
                endings.end(refused.stream().map(r -> ended(r, now)).toList());
                doubts.know(route, refused, now);
            }
        });
        if (!notSent.isEmpty()) {
            queued.run();
        }
        return Collections.nCopies(outcomes.size(), true);
    }

    private static Ending ended(Outcome.Refused refused, Instant now) {
        return new Ending(refused.message().id().value(), MessageState.UNDELIVERED, refused.code(), now);
    }

    @Override
    public void close() {
        closed = true; // what is not stored by now stays in flight, and is in doubt for whoever starts next
        batcher.close();
    }
}
