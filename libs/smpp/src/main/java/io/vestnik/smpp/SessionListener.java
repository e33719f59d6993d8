package io.vestnik.smpp;

import java.util.List;

/**
 * Hears what happens in sessions, in batches: all that one read of the socket brought.
 *
 * <p>Calls for one session come one after the other, on a thread that also serves other sessions: they must not block.
 * A listener may call {@link SmppSession#trySubmit} and {@link SmppSession#respond} from within; what it writes leaves
 * together after it returns. One that throws loses its session ({@link CloseReason.Cause#LISTENER_FAILED}).
 * Every submission that was taken gets exactly one outcome: in {@link #answers}, {@link #expired} or {@link #closed}.
 */
public interface SessionListener {
    /** Answers to our requests, in the order they came; as many window slots are free again. */
    void answers(SmppSession session, List<Answer> answers);

    /**
     * Requests of the other side, each of which must be answered once by {@link SmppSession#respond}, now or later, from
     * any thread. Until then they count against {@link SessionSettings#inboundRequests} and the socket is not read while that
     * is used up. enquire_link, unbind and what must not come in this state of the session never get here.
     */
    void requests(SmppSession session, List<Pdu.Request> requests);

    /** Requests whose answer did not come in time or could not be read; their window slots are free again. */
    void expired(SmppSession session, List<Unanswered> expired);

    /** The session is over; all that was taken and got no answer is handed back. Called exactly once, last. */
    void closed(SmppSession session, CloseReason reason, List<Unanswered> unanswered);

    /** Answers that match nothing in the window: late, doubled or made up. */
    default void strays(SmppSession session, List<Pdu.Response> responses) {}

    /** alert_notification and outbind. */
    default void notices(SmppSession session, List<Pdu.Notice> notices) {}
}
