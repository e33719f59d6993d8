package io.vestnik.smpp;

/** What came of a try to connect and bind. */
public sealed interface ConnectResult {
    /** The session is bound. */
    record Bound(SmppSession session) implements ConnectResult {}

    /** The SMSC said no, with a status of {@link CommandStatus}; the connection is closed. */
    record Refused(int status) implements ConnectResult {
        @Override
        public String toString() {
            return "Refused[" + CommandStatus.name(status) + "]";
        }
    }

    /** No connection, or it ended or stayed silent before the bind was answered. */
    record Failed(CloseReason reason) implements ConnectResult {}
}
