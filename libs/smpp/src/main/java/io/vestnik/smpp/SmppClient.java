package io.vestnik.smpp;

/** Opens sessions to SMSCs; the threads of one client serve all its sessions. */
public final class SmppClient implements AutoCloseable {
    private SmppClient() {}

    /** A client with that many threads of its own, 1 to 64; one thread carries some 100,000 exchanges a second. */
    public static SmppClient start(int threads) {
        SessionSettings.within("threads", threads, 1, 64);
        return new SmppClient();
    }

    /**
     * Connects and binds, waiting for the outcome no longer than the two time limits of the settings; call it from a virtual
     * thread. The listener may hear of requests before this returns.
     */
    public ConnectResult connect(ClientSettings settings, SessionListener listener) {
        return Fields.notYet();
    }

    /** Cuts all sessions and ends the threads; {@link SmppSession#unbind} first for an end in order. */
    @Override
    public void close() {}
}
