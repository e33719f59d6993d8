package io.vestnik.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Accepts sessions of ESMEs. */
public final class SmppServer implements AutoCloseable {
    private SmppServer() {}

    /** Listens from now on, or fails because the port cannot be had. */
    public static SmppServer start(ServerSettings settings, ServerListener listener) throws IOException {
        return Fields.notYet();
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return Fields.notYet();
    }

    /** Connections at this moment, bound or not. */
    public int connections() {
        return 0;
    }

    /** Bound sessions at this moment; several may have the same system id. */
    public List<SmppSession> sessions() {
        return List.of();
    }

    /** Accepts no more, unbinds all sessions ({@link SmppSession#unbind}) and waits for their ends, at most that long; then closes. */
    public void stop(Duration within) {}

    /** Cuts everything at once. */
    @Override
    public void close() {}
}
