package io.vestnik.platform.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An open route: speaks its protocol over one or several connections, reconnects by itself, never blocks a caller. */
public interface Connector extends AutoCloseable {
    /** How many parts it would take now without making them wait; 0 while no connection is up. */
    int free();

    /**
     * The same, by connection: whoever claims messages can note then which connection is to carry each. A connection
     * that is up and has no room now is there with 0; one that is down is missing. At least one has room, or the list
     * is empty.
     */
    default List<Room> rooms() {
        int free = free();
        return free > 0 ? List.of(new Room(1, free)) : List.of();
    }

    /**
     * Takes messages; those it cannot take come back as {@link Outcome.NotSent}, and so does one whose connection was
     * named and is down or full: it never goes over another.
     *
     * @param outcomes hears of every message exactly once
     */
    void send(List<Outgoing> messages, Outcomes outcomes);

    /**
     * Whether a message leaves as a whole, with one answer and one receipt, however many parts it is priced as; it then takes
     * the room of one part.
     */
    default boolean sendsWhole() {
        return false;
    }

    /** Whether the network may be asked now what became of parts whose receipts are overdue. */
    default Asking asking() {
        return Asking.NOTHING;
    }

    /**
     * Asks what became of these, as far as there is room; what the network tells goes the way of receipts, where it is
     * final. What it does not answer may be asked again.
     */
    default void query(List<Sent> parts) {}

    /** Calls when {@link #free()} has grown from nothing, so that nobody needs to ask by the clock. */
    void onFree(Runnable wake);

    /** How many binds the route asks for, over all nodes; at least 1. */
    int binds();

    /**
     * Keeps these of its binds up and ends the others in order. A route that was just opened keeps none. Of the route's rate it
     * takes the share of the binds that it keeps.
     *
     * @param numbers from 1 to {@link #binds()}
     */
    void keep(Set<Integer> numbers);

    /** Whether it is connected, and why not. */
    Health health();

    /** How much of the room for messages without an answer is taken. */
    default Usage usage() {
        return new Usage(0, 0);
    }

    /** The units of the protocol by which this message would leave at that time, one a part; nothing where that cannot be told. */
    default List<Described> describe(Outgoing message, Instant at) {
        return List.of();
    }

    /** What came or went over this route's wire, explained; empty when it is none of this protocol. */
    default Optional<Described> describe(Octets unit) {
        return Optional.empty();
    }

    /** Takes nothing more and waits for the answers to what is out; whatever is left comes back in doubt. */
    void drain(Duration most);

    @Override
    void close();

    /**
     * The room of one connection that is up.
     *
     * @param bind its number within the route, from 1
     * @param parts that it would take now without making them wait
     */
    record Room(int bind, int parts) {}

    /**
     * How a network may be asked.
     *
     * @param most parts within a second; 0 where it cannot be asked, or says that it knows no such question
     * @param after how long after sending a receipt is overdue
     */
    record Asking(int most, Duration after) {
        public static final Asking NOTHING = new Asking(0, Duration.ZERO);
    }

    /**
     * The state of the connections.
     *
     * @param up connections that may send
     * @param wanted connections that this node keeps
     * @param reason in plain words, for people, when some are not up
     */
    record Health(int up, int wanted, String reason) {}

    /**
     * Parts on their way.
     *
     * @param waiting sent and not answered
     * @param most that may be; 0 where there is no such limit
     */
    record Usage(int waiting, int most) {}
}
