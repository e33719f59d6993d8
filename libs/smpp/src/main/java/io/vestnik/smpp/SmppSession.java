package io.vestnik.smpp;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A bound SMPP session, of either side; every method may be called from any thread and none of them blocks. */
public interface SmppSession {
    /** What the bind allows. */
    BindMode mode();

    /** The system id of the bind: who the client is. */
    String systemId();

    /** The other end of the connection. */
    InetSocketAddress peer();

    /** The interface_version of the bind (at the server), or sc_interface_version of its answer, 0 where it was not said. */
    int interfaceVersion();

    /**
     * Takes requests into the window, in order, as many as have a free slot, and writes them together.
     *
     * @return how many were taken, from the start of the list; 0 while the window is full, or once the session ends
     */
    int trySubmit(List<Submission> submissions);

    /** Free slots of the window at this moment; 0 once the session ends. */
    int free();

    /** Requests that were taken and have no outcome yet. */
    int inFlight();

    /**
     * Writes answers to requests of the other side, together.
     *
     * @return false if the session was over: the other side will not see them
     */
    boolean respond(Collection<? extends Pdu.Response> responses);

    /** Writes an answer to a request of the other side; many at once cost less, see {@link #respond(Collection)}. */
    default boolean respond(Pdu.Response response) {
        return respond(List.of(response));
    }

    /** Whether the session is bound and takes submissions. */
    boolean isOpen();

    /**
     * Ends the session in order: takes no more submissions, answers new requests with ESME_RTHROTTLED, waits until what is in
     * flight both ways is answered, unbinds, closes; after the time all that is left is cut. {@link SessionListener#closed} tells the end.
     */
    void unbind(Duration within);

    /** Ends the session at once. */
    void close();
}
