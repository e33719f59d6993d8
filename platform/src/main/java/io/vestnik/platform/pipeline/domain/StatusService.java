package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.store.DatabaseStatus;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.Leases;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Gathers how the path is doing, at most every two seconds however many look. */
@Service
public class StatusService {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final int LANES = 12;
    private static final int FAILURES = 12;
    private static final String STREAM = "pipeline.message_event";

    private final StatusStore store;
    private final StatusParts parts;
    private final Routes routes;
    private final RouteCourse course;
    private final Clock clock;
    private @Nullable PathStatus last;

    StatusService(StatusStore store, StatusParts parts, Routes routes, RouteCourse course, Clock clock) {
        this.store = store;
        this.parts = parts;
        this.routes = routes;
        this.course = course;
        this.clock = clock;
    }

    /** What it asks besides. */
    @Component
    record StatusParts(Node node, Leases leases, FactCursors cursors, DatabaseStatus database) {}

    /** Notes that this node runs, for those who look at the nodes. */
    @EventListener(ApplicationReadyEvent.class)
    public void ready() {
        String version = StatusService.class.getPackage().getImplementationVersion();
        store.started(new StatusStore.NodeRun(
                parts.node().number(),
                parts.leases().holder(),
                host(),
                version == null ? "" : version,
                clock.instant()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostName(); // a machine without a name of its own
        }
    }

    /** How the path is doing, not older than two seconds. */
    public synchronized PathStatus now() {
        Instant now = clock.instant();
        PathStatus known = last;
        if (known != null && now.isBefore(known.at().plus(FRESH)) && !now.isBefore(known.at())) {
            return known;
        }
        PathStatus status = new PathStatus(
                now,
                routeStates(),
                store.lanes(LANES),
                store.sizes(),
                new PathStatus.Troubles(store.doubts(), store.failures(now.minus(LATELY), FAILURES)),
                house(now),
                parts.database().figures());
        last = status;
        return status;
    }

    private List<PathStatus.RouteState> routeStates() {
        return routes.open().stream()
                .map(route -> new PathStatus.RouteState(
                        route.id().value(),
                        route.name(),
                        route.connector().health(),
                        route.connector().usage(),
                        course.of(route.name())))
                .sorted(Comparator.comparing(PathStatus.RouteState::name))
                .toList();
    }

    private PathStatus.House house(Instant now) {
        List<PathStatus.Subscriber> subscribers = parts.cursors().all(STREAM).stream()
                .map(cursor -> new PathStatus.Subscriber(cursor.subscriber(), store.behind(cursor.position())))
                .toList();
        return new PathStatus.House(
                nodes(),
                subscribers,
                store.ahead(now),
                parts.database().disk(),
                parts.database().slowest(),
                parts.database().counts());
    }

    private List<PathStatus.NodeState> nodes() {
        Map<String, Leases.Held> leases = parts.leases().held("pipeline.node.").stream()
                .collect(Collectors.toMap(Leases.Held::name, Function.identity()));
        return store.nodes().stream()
                .map(run -> state(run, leases.get(Node.lease(run.number()))))
                .toList();
    }

    private PathStatus.NodeState state(StatusStore.NodeRun run, Leases.@Nullable Held lease) {
        double seconds = lease != null && lease.holder().equals(run.holder()) ? lease.seconds() : -1;
        return new PathStatus.NodeState(
                run, seconds, run.holder().equals(parts.leases().holder()));
    }
}
