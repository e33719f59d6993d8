package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.RouteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Parts on the air whose answer will not come. */
public interface DoubtStore {
    /** Keeps the network's ids of those parts that it took, though not of all: these are in doubt no more. */
    void know(RouteId route, List<? extends Outcome> answered, Instant now);

    /** Marks messages on the air as in doubt, with all their parts that are still there. */
    List<Settled> mark(List<Long> messages, Instant now);

    /** Gives up on doubts that were closed days ago: no receipt comes that late. */
    void forgetClosed();

    /** Puts doubts back into the queue, to be sent again. */
    void requeue(List<Long> messages);

    /** The nodes that have messages on the air. */
    List<Integer> flying();

    /** What a node that is gone left on the air. */
    List<Long> leftBy(int node, int limit);

    /** Doubts of a route that no receipt settled in this time. */
    List<Long> unsettled(RouteId route, Duration wait, int limit);

    /** Doubts of all routes but these that no receipt settled in this time. */
    List<Long> unsettledElsewhere(List<Long> routes, Duration wait, int limit);
}
