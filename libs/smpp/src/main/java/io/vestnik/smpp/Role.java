package io.vestnik.smpp;

/** What differs between the two ends of a session; all calls come on the loop's thread. */
sealed interface Role permits ClientRole, ServerRole {
    /** The connection stands. */
    void opened(Course course);

    /** The balancer has told who stands behind the connection. */
    default void identified(Course course) {}

    /** A frame came before the session was bound. */
    void handshake(Course course, Decoded decoded);

    /** How long the session may stay unbound, in ns. */
    long bindNanos();

    /** Whether the other side may send this kind of request in a session of this mode. */
    boolean mayReceive(Pdu.Request request, BindMode mode);

    /** Whether we may send this kind of request in a session of this mode. */
    boolean maySend(Pdu.Request request, BindMode mode);

    /** The status by which new requests are refused while the session is drained. */
    int drainStatus();

    /** The connection is over, bound or not. */
    void over(Course course, CloseReason reason);
}
