package io.vestnik.smpp;

import java.net.InetSocketAddress;

/** A bind that waits for a decision; the first call of accept or refuse counts, later ones do nothing. */
public interface BindAttempt {
    /** What was asked, with the password. */
    Bind request();

    /** Who asks. */
    InetSocketAddress peer();

    /** Lets it in with the server's limits. Listener calls begin only after the answer was queued. */
    void accept(SessionListener listener);

    /** Lets it in with limits of its own. */
    void accept(SessionSettings settings, SessionListener listener);

    /** Refuses it with a status of {@link CommandStatus}, mostly ESME_RINVPASWD or ESME_RBINDFAIL, and closes. */
    void refuse(int status);
}
