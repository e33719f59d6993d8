package io.vestnik.smpp;

import java.io.IOException;
import javax.net.ssl.SSLException;

/**
 * Why a session ended.
 *
 * @param detail for logs; holds no content of messages
 */
public record CloseReason(Cause cause, String detail) {
    /** The kinds of ends. */
    public enum Cause {
        /** Our unbind was answered, or its time ran out. */
        UNBOUND_BY_US,
        /** The other side unbound. */
        UNBOUND_BY_PEER,
        /** The other side closed the connection without unbind. */
        CLOSED_BY_PEER,
        /** The connection failed. */
        BROKEN,
        /** TLS could not be agreed on, or was broken: the certificate is not trusted or names another, or it is no TLS. */
        TLS_FAILED,
        /** Nothing came within the time limits of enquire_link or inactivity. */
        SILENT,
        /** The other side took no octet of what we wrote for too long. */
        STALLED,
        /** The byte stream could not be understood. */
        MALFORMED,
        /** No bind came, or was not answered, within its time. */
        NOT_BOUND_IN_TIME,
        /** The bind was refused. */
        BIND_REFUSED,
        /** {@link SmppSession#close} was called, or its client or server was closed. */
        CLOSED_BY_US,
        /** A listener threw: a bug of the owner. */
        LISTENER_FAILED
    }

    /** What a failed read or write says of its connection. */
    static CloseReason of(IOException failure) {
        return new CloseReason(
                failure instanceof SSLException ? Cause.TLS_FAILED : Cause.BROKEN,
                String.valueOf(failure.getMessage()));
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? cause.name() : cause + ": " + detail;
    }
}
