package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.store.FactCursors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks how the path is doing; every count stops at a bound, so that a long queue does not make a slow page. */
public interface StatusStore {
    /** Counts stop here. */
    int MOST = 1_000_000;

    /** The lanes with the most messages in the queue. */
    List<LaneLoad> lanes(int limit);

    Sizes sizes();

    /** What is in doubt, by route. */
    List<Doubtful> doubts();

    /** What failed in this time, the most frequent first. */
    List<Failure> failures(Instant since, int limit);

    /** The nodes that have run here, by number. */
    List<NodeRun> nodes();

    /** Notes that this node runs. */
    void started(NodeRun run);

    /** How many facts lie behind a place, up to ten thousand, and when the first of them was written. */
    Behind behind(FactCursors.Position position);

    /** How many periods each table has ahead. */
    Map<String, Integer> ahead(Instant now);

    /** A lane with messages in the queue. */
    record LaneLoad(
            RouteId route, int priority, AccountId account, long campaign, boolean paused, long depth, long oldest) {}

    /** How much is where. */
    record Sizes(long queue, long waiting, long inFlight, long parked, long orphans) {}

    /** Doubts of a route. */
    record Doubtful(RouteId route, long messages, Instant oldest) {}

    /** Messages that failed for one reason. */
    record Failure(@Nullable RouteId route, String code, long messages) {}

    /** A node: what runs under its number. */
    record NodeRun(int number, String holder, String host, String version, Instant startedAt) {}

    /** Facts that a subscriber has not read. */
    record Behind(long facts, @Nullable Instant oldest) {}
}
