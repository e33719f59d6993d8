package io.vestnik.platform.pipeline.domain;

import java.util.Map;

/**
 * What waits where.
 *
 * @param queued messages in the queue, about
 * @param singles those of them that belong to no campaign, about
 * @param queues by route
 */
public record Backlog(
        long queued, long singles, Map<Long, Queue> queues, long inFlight, long inDoubt, long waiting, long parked) {
    /** Nothing known yet. */
    static final Backlog EMPTY = new Backlog(0, 0, Map.of(), 0, 0, 0, 0);

    public Backlog {
        queues = Map.copyOf(queues);
    }

    /**
     * A route's messages in the queue.
     *
     * @param depth how many; of a lane no more than 100,000 are counted
     * @param oldest the lowest id among them
     */
    public record Queue(long depth, long oldest) {}
}
