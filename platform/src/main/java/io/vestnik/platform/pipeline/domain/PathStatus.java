package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.store.DatabaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How the whole path is doing at one moment. */
public record PathStatus(
        Instant at,
        List<RouteState> routes,
        List<StatusStore.LaneLoad> lanes,
        StatusStore.Sizes sizes,
        Troubles troubles,
        House house,
        DatabaseStatus.Figures database) {

    /** A route on this node. */
    public record RouteState(
            long id, String name, Connector.Health health, Connector.Usage usage, List<RouteCourse.Sample> course) {}

    /** What went wrong lately, or may have. */
    public record Troubles(List<StatusStore.Doubtful> doubts, List<StatusStore.Failure> failures) {}

    /** What carries the path. */
    public record House(
            List<NodeState> nodes,
            List<Subscriber> subscribers,
            Map<String, Integer> ahead,
            DatabaseStatus.Disk disk,
            List<DatabaseStatus.Statement> slowest,
            boolean counting) {}

    /** A node and how long its lease still runs; less than 0 when it has ended. */
    public record NodeState(StatusStore.NodeRun run, double lease, boolean here) {}

    /** A reader of facts and what it has not read. */
    public record Subscriber(String name, StatusStore.Behind behind) {}
}
