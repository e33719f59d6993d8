package io.vestnik.smpp;

import java.net.InetSocketAddress;

/** A bind that waits for a decision: one call of accept or refuse; a second one is a bug and throws. */
public interface BindAttempt {
    /** What was asked, with the password. */
    Bind request();

    /** Who asks. */
    InetSocketAddress peer();

    /**
     * Lets it in with the server's limits.
     *
     * @return the session, open at once; where the connection ended meanwhile it is not, and the listener hears of its end
     */
    SmppSession accept(SessionListener listener);

    /** As {@link #accept(SessionListener)}, with limits of its own. */
    SmppSession accept(SessionSettings settings, SessionListener listener);

    /** Refuses it with a status of {@link CommandStatus}, mostly ESME_RINVPASWD or ESME_RBINDFAIL, and closes. */
    void refuse(int status);
}
