package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What nobody asks for and must be done: parked receipts, pauses that end, doubts, lifetimes. */
@Component
class Housekeeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final int BATCH = 5_000;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(3);
    /** How long after the end of a lifetime the network's own receipt is waited for. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final Receipts receipts;
    private final Lanes lanes;
    private final Routes routes;
    private final HousekeepingParts parts;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("pipeline-timer-", 0).factory());
    private volatile boolean running;

    Housekeeping(Receipts receipts, Lanes lanes, Routes routes, HousekeepingParts parts) {
        this.receipts = receipts;
        this.lanes = lanes;
        this.routes = routes;
        this.parts = parts;
    }

    @Override
    public void start() {
        running = true;
        every(200, "parked receipts", () -> receipts.matchParked(BATCH));
        every(200, "pauses", this::wakeWaiting);
        every(1_000, "lanes", lanes::reload);
        every(1_000, "doubts", this::doubts);
        every(60_000, "lifetimes", this::expire);
    }

    private void every(long millis, String what, Runnable work) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        Pool.HOT.run(work);
                    } catch (RuntimeException e) {
                        log.warn("Housekeeping of {} failed, trying again: {}", what, e.toString());
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void wakeWaiting() {
        if (parts.transactions().call(() -> parts.flights().wakeWaiting(BATCH)) > 0) {
            lanes.reload();
        }
    }

    private void doubts() {
        for (int number = 0; number < Node.NODES; number++) {
            if (number != parts.node().number()) {
                takeOver(number);
            }
        }
        for (Route route : routes.open()) {
            List<Long> unsettled = parts.flights().unsettled(route.id(), route.doubtWait(), BATCH);
            if (unsettled.isEmpty()) {
                continue;
            }
            if (route.resendDoubt()) {
                parts.transactions().run(Pool.HOT, () -> parts.flights().requeue(unsettled));
                lanes.reload();
            } else {
                parts.endings().endAll(unsettled, MessageState.UNDELIVERED, "unknown");
            }
            log.info("Route {}: {} doubts that no receipt settled were closed", route.name(), unsettled.size());
        }
    }

    /** What a dead node left on the air may have reached the network: it is never sent again unasked. */
    private void takeOver(int number) {
        List<Long> left = parts.flights().leftBy(number, BATCH);
        if (left.isEmpty() || !parts.leases().hold(Node.lease(number))) {
            return;
        }
        parts.transactions().run(Pool.HOT, () -> {
            parts.settling().settle(parts.flights().doubt(left, parts.clock().instant()));
            parts.facts().written();
        });
        parts.leases().release(Node.lease(number));
        log.warn("{} messages that node {} left on the air are in doubt", left.size(), number);
    }

    private void expire() {
        Instant now = parts.clock().instant();
        parts.transactions()
                .run(
                        Pool.HOT,
                        () -> parts.endings()
                                .end(parts.flights().withdrawOverdue(now, BATCH), MessageState.EXPIRED, "lifetime"));
        List<Long> overdue = parts.ends()
                .overdue(
                        MessageId.floorOf(now.minus(LONGEST_VALIDITY).minus(GRACE.multipliedBy(12))),
                        MessageId.floorOf(now),
                        now.minus(GRACE),
                        BATCH);
        parts.endings().endAll(overdue, MessageState.EXPIRED, "lifetime");
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops claiming work before the senders do. */
    @Override
    public int getPhase() {
        return 2_500;
    }
}
