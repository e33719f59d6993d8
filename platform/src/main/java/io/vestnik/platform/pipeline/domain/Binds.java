package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Which binds of the routes this node keeps: each bind is a lease, shared fairly among the nodes that live. A bind that is given
 * up is not renewed: its lease ends after the bind has.
 */
@Component
class Binds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Binds.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Routes routes;
    private final Leases leases;
    private final Node node;
    private final Neighbours neighbours;
    private final Map<Route, Set<Integer>> kept = new HashMap<>();
    private @Nullable Timetable timetable;

    Binds(Routes routes, Leases leases, Node node, Neighbours neighbours) {
        this.routes = routes;
        this.leases = leases;
        this.node = node;
        this.neighbours = neighbours;
    }

    private static String lease(Route route, int bind) {
        return "pipeline.bind." + route.id() + "." + bind;
    }

    @Override
    public synchronized void start() {
        share();
        timetable = new Timetable("bind-leases", log).every(PAUSE, "Sharing binds", this::shareOrEnd);
    }

    private void shareOrEnd() {
        try {
            share();
        } catch (RuntimeException e) {
            endWhenLost();
            throw e;
        }
    }

    /** Another node may have the binds by now: this one must not use them any longer. */
    private void endWhenLost() {
        if (!node.mayWrite()) {
            routes.open().forEach(route -> keep(route, Set.of()));
        }
    }

    private void share() {
        Pool.HOT.run(() -> {
            int nodes = neighbours.nodes();
            routes.open().forEach(route -> share(route, nodes));
        });
    }

    private void share(Route route, int nodes) {
        int binds = route.connector().binds();
        int most = (binds + nodes - 1) / nodes;
        Set<Integer> before = kept.getOrDefault(route, Set.of());
        Set<Integer> now = new TreeSet<>();
        for (int bind : before) {
            if (now.size() < most && leases.hold(lease(route, bind))) {
                now.add(bind);
            }
        }
        for (int bind = 1; bind <= binds && now.size() < most; bind++) {
            if (!before.contains(bind) && leases.hold(lease(route, bind))) {
                now.add(bind);
            }
        }
        keep(route, now);
    }

    private void keep(Route route, Set<Integer> binds) {
        if (!binds.equals(kept.put(route, binds))) {
            log.info(
                    "Route {}: this node keeps {} of {} binds",
                    route.name(),
                    binds.size(),
                    route.connector().binds());
        }
        route.connector().keep(binds);
    }

    @Override
    public synchronized void stop() {
        if (timetable != null) {
            timetable.close();
            timetable = null;
        }
    }

    /** Once the routes have drained: another node need not wait for the leases to end. */
    void release() {
        kept.forEach((route, binds) -> binds.forEach(bind -> leases.release(lease(route, bind))));
        kept.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return timetable != null;
    }

    /** After the routes are open. */
    @Override
    public int getPhase() {
        return 1_900;
    }
}
