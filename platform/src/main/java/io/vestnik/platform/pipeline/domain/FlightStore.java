package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.RouteId;
import java.time.Instant;
import java.util.List;

/** Moves messages between the queue, the air and waiting. */
public interface FlightStore {
    /** The next ids of a lane above {@code after}, in order. */
    List<Long> next(int lane, long after, int limit);

    /**
     * Takes these from the queue to the air, each part with the connection that shall carry it; those that someone else
     * took, and those that have ended meanwhile, are not among the answer.
     *
     * @param ids in order
     * @param shares the first begins with the first id
     */
    List<Claimed> claim(int lane, By by, List<Long> ids, List<Share> shares);

    /**
     * Who claims, and for which route.
     *
     * @param whole whether messages leave as a whole: one of several parts is then in flight as part 0
     */
    record By(RouteId route, int node, boolean whole) {}

    /**
     * Stores the network's answers; tells what money has to follow.
     *
     * @param settlement the ledger transaction that moves it
     */
    List<Settled> sent(RouteId route, List<Outcome.Accepted> accepted, Instant now, long settlement);

    /** Puts messages aside until they may be tried again. */
    void later(List<Outcome.Later> later);

    /** Puts messages that never left back into the queue; a later claim of the same message is left alone. */
    void requeue(List<Outcome.NotSent> messages);

    /** Puts back what this node claimed and gave to nobody. */
    void unclaim(int node, List<Long> messages);

    /** Brings what is due into the queue. */
    Woken wakeWaiting(int limit);

    /**
     * What was brought into the queue.
     *
     * @param messages how many
     * @param first those of them that were never tried: the scheduled ones are among them
     */
    record Woken(int messages, List<Long> first) {
        public Woken {
            first = List.copyOf(first);
        }
    }

    /** Messages whose time has come are scheduled no longer. */
    void release(List<Long> messages);

    /** Takes messages out of the queue and out of waiting: what is on the air is not among the answer. */
    List<Long> withdraw(List<Integer> lanes, int limit);

    /** Takes messages whose lifetime ended before this moment out of the queue. */
    List<Long> withdrawOverdue(Instant before, int limit);
}
