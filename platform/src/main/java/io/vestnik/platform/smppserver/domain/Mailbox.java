package io.vestnik.platform.smppserver.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Receipts that wait for their programs to confirm them, and which node delivers whose. */
public interface Mailbox {
    /** The first of a hundred thousand ids, above all that were given out before; within the transaction that uses them. */
    long block();

    /** Adds letters, in the caller's transaction. */
    void add(List<Addressed> letters);

    /** A letter and the number of the system id that it is for. */
    record Addressed(long system, Letter letter) {}

    /**
     * The next letters of several programs, in order.
     *
     * @param after by the number of the system id, the last letter that is known already
     * @param most of each
     */
    List<Addressed> next(Map<Long, Long> after, int most);

    /** Takes out what was confirmed, and notes that it was. */
    void remove(List<Addressed> letters);

    /** Takes out letters that came before then, at most 5,000; tells how many. */
    int expire(Instant before);

    /** The mailboxes that hold more letters than so many: by the number of the system id, the newest one that is too many. */
    Map<Long, Long> full(int most);

    /** Takes out the oldest letters of a mailbox up to this one, at most 5,000; tells how many. */
    int drop(long system, long upTo);

    /** Says that this node lives, for some seconds. */
    void alive(String holder);

    /** Takes the delivery of these, where no living node has it; tells which this node has. */
    Set<Long> claim(String holder, Collection<Long> systems);

    /** Gives the delivery of these back. */
    void release(String holder, Collection<Long> systems);

    /** Gives everything back. */
    void leave(String holder);
}
