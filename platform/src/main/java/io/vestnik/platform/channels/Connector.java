package io.vestnik.platform.channels;

import java.time.Duration;
import java.util.List;

/** An open route: speaks its protocol over one or several connections, reconnects by itself, never blocks a caller. */
public interface Connector extends AutoCloseable {
    /** How many parts it would take now without making them wait; 0 while no connection is up. */
    int free();

    /**
     * Takes messages; those it cannot take come back as {@link Outcome.NotSent}.
     *
     * @param outcomes hears of every message exactly once
     */
    void send(List<Outgoing> messages, Outcomes outcomes);

    /** Calls when {@link #free()} has grown from nothing, so that nobody needs to ask by the clock. */
    void onFree(Runnable wake);

    /** Whether it is connected, and why not. */
    Health health();

    /** Takes nothing more and waits for the answers to what is out; whatever is left comes back in doubt. */
    void drain(Duration most);

    @Override
    void close();

    /**
     * The state of the connections.
     *
     * @param up connections that may send
     * @param wanted connections that the route asks for
     * @param reason in plain words, for people, when some are not up
     */
    record Health(int up, int wanted, String reason) {}
}
