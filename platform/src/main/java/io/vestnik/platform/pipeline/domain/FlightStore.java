package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.RouteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Moves messages between the queue, the air and waiting. */
public interface FlightStore {
    /** The next ids of a lane above {@code after}, in order. */
    List<Long> next(int lane, long after, int limit);

    /** Takes these from the queue to the air; those that someone else took are not among the answer. */
    List<Claimed> claim(int lane, RouteId route, int node, List<Long> ids);

    /** Stores the network's answers; tells what money has to follow. */
    List<Settled> sent(RouteId route, List<Outcome.Accepted> accepted, Instant now);

    /** Puts messages aside until they may be tried again. */
    void later(List<Outcome.Later> later);

    /** Puts messages that never left back into the queue; a later claim of the same message is left alone. */
    void requeue(List<Outcome.NotSent> messages);

    /** Puts doubts back into the queue, to be sent again. */
    void requeueDoubts(List<Long> messages);

    /** Doubts of all routes but these that no receipt settled in this time. */
    List<Long> unsettledElsewhere(List<Long> routes, Duration wait, int limit);

    /** Puts back what this node claimed and gave to nobody. */
    void unclaim(int node, List<Long> messages);

    /** Marks messages on the air as in doubt. */
    List<Settled> doubt(List<Long> messages, Instant now);

    /** The nodes that have messages on the air. */
    List<Integer> flying();

    /** What a node that is gone left on the air. */
    List<Long> leftBy(int node, int limit);

    /** Doubts of a route that no receipt settled in this time. */
    List<Long> unsettled(RouteId route, Duration wait, int limit);

    /** Brings what is due back into the queue; tells how many. */
    int wakeWaiting(int limit);

    /** Takes messages out of the queue and out of waiting: what is on the air is not among the answer. */
    List<Long> withdraw(List<Integer> lanes, int limit);

    /** Takes messages whose lifetime ended before this moment out of the queue. */
    List<Long> withdrawOverdue(Instant before, int limit);
}
