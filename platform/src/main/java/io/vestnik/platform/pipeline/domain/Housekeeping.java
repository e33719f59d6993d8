package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
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
    private static final FaultLog faults = new FaultLog(log);
    private static final int BATCH = 5_000;

    private final ParkedReceipts receipts;
    private final Lanes lanes;
    private final Routes routes;
    private final HousekeepingParts parts;
    private final Lease lease;
    private ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);
    private volatile boolean running;

    /** What it looks after besides. */
    @Component
    record HousekeepingParts(
            Waiting waiting,
            Departures departures,
            Lifetimes lifetimes,
            CampaignLanes campaignLanes,
            BacklogFigures figures) {}

    /** Nodes and messages that left no word. */
    @Component
    record Departures(DeadNodes deadNodes, Doubts doubts, Inquiries inquiries) {}

    Housekeeping(ParkedReceipts receipts, Lanes lanes, Routes routes, HousekeepingParts parts, Leases leases) {
        this.lease = leases.lease("pipeline.housekeeping");
        this.receipts = receipts;
        this.lanes = lanes;
        this.routes = routes;
        this.parts = parts;
    }

    private static ScheduledExecutorService newTimer() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("pipeline-timer-", 0).factory());
    }

    @Override
    public void start() {
        running = true;
        timer = newTimer();
        Pool.HOT.run(parts.departures().deadNodes()::takeOverOwnNumber);
        every(1_000, "lanes", lanes::reload);
        every(1_000, "overdue receipts", parts.departures().inquiries()::ask);
        every(10_000, "figures", parts.figures()::count);
        once(200, "parked receipts", receipts::match);
        once(200, "pauses", this::wakeWaiting);
        once(500, "cancelled campaigns", parts.campaignLanes()::endCancelled);
        once(1_000, "doubts", this::doubts);
        once(60_000, "closed doubts", parts.departures().doubts()::forgetClosed);
        once(10_000, "lifetimes", parts.lifetimes()::expire);
    }

    /** For all nodes together: by the one that holds the lease. */
    private void once(long millis, String what, Runnable work) {
        every(millis, what, () -> {
            if (lease.isHeld()) {
                work.run();
            }
        });
    }

    private void every(long millis, String what, Runnable work) {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        Pool.HOT.run(work);
                    } catch (RuntimeException e) {
                        faults.failed("Housekeeping of " + what, e);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void wakeWaiting() {
        if (parts.waiting().wake(BATCH) > 0) {
            lanes.rewindAll();
        }
    }

    private void doubts() {
        parts.departures().deadNodes().takeOver();
        boolean queued = false;
        for (Route route : routes.open()) {
            queued |= parts.departures().doubts().close(route);
        }
        parts.departures().doubts().closeElsewhere(routes.open());
        if (queued) {
            lanes.rewindAll();
        }
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
        Pool.HOT.run(lease::release);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the senders: what stands in flight under our number is not ours yet. */
    @Override
    public int getPhase() {
        return 1_500;
    }
}
