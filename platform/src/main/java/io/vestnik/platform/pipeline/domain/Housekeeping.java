package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What nobody asks for and must be done: parked receipts, pauses that end, doubts, lifetimes. */
@Component
class Housekeeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final int BATCH = 5_000;

    private final ParkedReceipts receipts;
    private final Lanes lanes;
    private final Routes routes;
    private final HousekeepingParts parts;
    private final Lease lease;
    private @Nullable Timetable timetable;

    /** What it looks after besides. */
    @Component
    record HousekeepingParts(
            Waiting waiting,
            Departures departures,
            Closings closings,
            CampaignLanes campaignLanes,
            BacklogFigures figures) {}

    /** Ends that no network tells of. */
    @Component
    record Closings(Lifetimes lifetimes, Rehearsals rehearsals) {}

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

    @Override
    public synchronized void start() {
        Pool.HOT.run(parts.departures().deadNodes()::takeOverOwnNumber);
        Timetable started = new Timetable("pipeline-timer", 2, log);
        every(started, 1_000, "Reloading lanes", lanes::reload);
        every(started, 1_000, "Asking for overdue receipts", parts.departures().inquiries()::ask);
        every(started, 10_000, "Counting the backlog", parts.figures()::count);
        once(started, 200, "Matching parked receipts", receipts::match);
        once(started, 200, "Ending pauses", this::wakeWaiting);
        once(started, 500, "Ending cancelled campaigns", parts.campaignLanes()::endCancelled);
        once(started, 200, "Prolonging what has stood", parts.campaignLanes()::prolong);
        once(started, 500, "Ending what is sent to nobody", parts.closings().rehearsals()::end);
        once(started, 1_000, "Settling doubts", this::doubts);
        once(started, 60_000, "Forgetting closed doubts", parts.departures().doubts()::forgetClosed);
        once(started, 10_000, "Ending lifetimes", parts.closings().lifetimes()::expire);
        timetable = started;
    }

    /** For all nodes together: by the one that holds the lease. */
    private void once(Timetable started, long millis, String what, Runnable work) {
        every(started, millis, what, () -> {
            if (lease.isHeld()) {
                work.run();
            }
        });
    }

    private static void every(Timetable started, long millis, String what, Runnable work) {
        started.every(Duration.ofMillis(millis), what, () -> Pool.HOT.run(work));
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
    public synchronized void stop() {
        if (timetable != null) {
            timetable.close();
            timetable = null;
        }
        Pool.HOT.run(lease::release);
    }

    @Override
    public synchronized boolean isRunning() {
        return timetable != null;
    }

    /** Before the senders: what stands in flight under our number is not ours yet. */
    @Override
    public int getPhase() {
        return 1_500;
    }
}
