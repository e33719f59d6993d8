package io.vestnik.platform.pipeline.domain;

import java.util.Map;

/**
 * What waits where.
 *
 * @param queues by route
 */
public record Backlog(Map<Long, Queue> queues, long inFlight, long inDoubt, long waiting, long parked) {
    /** Nothing known yet. */
    static final Backlog EMPTY = new Backlog(Map.of(), 0, 0, 0, 0);

    public Backlog {
        queues = Map.copyOf(queues);
    }

    /**
     * A route's messages in the queue.
     *
     * @param oldest the lowest id among them
     */
    public record Queue(long depth, long oldest) {}
}
