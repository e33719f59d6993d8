package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Connector.Asking;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.Lease;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks networks for receipts that are overdue. Each route is walked through in the order of ids, as many messages a turn as its
 * network may be asked for, and no message twice within the time after which a receipt is overdue. Called by one timer only.
 */
@Component
class Inquiries {
    /** The networks' ids are kept that long: who has none cannot be asked for. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final SilentStore store;
    private final Routes routes;
    private final Leases leases;
    private final Clock clock;
    private final Map<RouteId, Round> rounds = new HashMap<>();

    Inquiries(SilentStore store, Routes routes, Leases leases, Clock clock) {
        this.store = store;
        this.routes = routes;
        this.leases = leases;
        this.clock = clock;
    }

    /** One walk through the messages of a route. */
    private static final class Round {
        final Lease lease;
        Instant begins;
        boolean begun;
        long after;
        long firstOpen;

        Round(Lease lease, Instant begins) {
            this.lease = lease;
            this.begins = begins;
            this.after = MessageId.floorOf(begins.minus(KEPT));
        }

        void goOn(SilentStore.Stretch stretch, long to, Instant now, Duration pause) {
            begins = begun ? begins : now;
            begun = true;
            firstOpen = firstOpen == 0 ? stretch.firstOpen() : firstOpen;
            after = stretch.last();
            if (after >= to) {
                after = firstOpen == 0 ? to : firstOpen - 1;
                firstOpen = 0;
                begins = begins.plus(pause);
                begun = false;
            }
        }
    }

    /** Asks some of what each route may be asked for now. */
    void ask() {
        Instant now = clock.instant();
        for (Route route : routes.open()) {
            Asking asking = route.connector().asking();
            if (asking.most() > 0) {
                ask(route, asking, now);
            }
        }
    }

    private void ask(Route route, Asking asking, Instant now) {
        Round round = rounds.computeIfAbsent(route.id(), id -> new Round(leases.lease("pipeline.queries." + id), now));
        if (now.isBefore(round.begins) || !round.lease.isHeld()) {
            return;
        }
        Instant before = now.minus(asking.after());
        long to = MessageId.floorOf(before);
        SilentStore.Stretch stretch = store.silent(route.id(), round.after, to, before, asking.most());
        round.goOn(stretch, to, now, asking.after());
        if (!stretch.messages().isEmpty()) {
            // By ranges of pages, which the hot pool's planner must not use.
            route.connector().query(Pool.BACKGROUND.call(() -> store.parts(route.id(), stretch.messages())));
        }
    }
}
