package io.vestnik.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Opens sessions to SMSCs; the threads of one client serve all its sessions. */
public final class SmppClient implements AutoCloseable {
    private final Loop[] loops;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean closed;

    private SmppClient(Loop[] loops) {
        this.loops = loops;
    }

    /** A client with that many threads of its own, 1 to 64; one thread carries many 100,000 exchanges a second. */
    public static SmppClient start(int threads) {
        SessionSettings.within("threads", threads, 1, 64);
        try {
            return new SmppClient(Loop.several("smpp-client", threads));
        } catch (IOException e) {
            throw new UncheckedIOException("No selector could be opened", e);
        }
    }

    /**
     * Connects and binds, waiting for the outcome no longer than the two time limits of the settings; call it from a virtual
     * thread, never from a listener. The listener hears of a session only if it is bound, but then maybe before this returns.
     */
    public ConnectResult connect(ClientSettings settings, SessionListener listener) {
        if (closed) {
            throw new IllegalStateException("This client is closed");
        }
        if (Loop.anyIsCurrent(loops)) {
            throw new IllegalStateException("A listener must not wait for a connection: its own thread would carry it");
        }
        ClientRole role = new ClientRole(settings, listener);
        Course course;
        try {
            course = open(settings, role);
        } catch (IOException e) {
            return new ConnectResult.Failed(
                    new CloseReason(CloseReason.Cause.BROKEN, e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        course.start();
        try {
            return role.result.get();
        } catch (InterruptedException e) {
            course.close();
            Thread.currentThread().interrupt();
            return new ConnectResult.Failed(new CloseReason(CloseReason.Cause.CLOSED_BY_US, "interrupted"));
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("A bind ends with a result", e);
        }
    }

    private Course open(ClientSettings settings, ClientRole role) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            if (address.isUnresolved()) {
                throw new IOException("the host is unknown");
            }
            channel.socket().connect(address, (int) settings.connectTimeout().toMillis());
            Loop loop = loops[Math.floorMod(turn.getAndIncrement(), loops.length)];
            return new Course(
                    channel,
                    new Link.Guise(engine(settings), false),
                    loop,
                    role,
                    settings.session().maxPduLength());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable SSLEngine engine(ClientSettings settings) {
        SSLContext tls = settings.tls();
        if (tls == null) {
            return null;
        }
        String name = settings.tlsName().isEmpty() ? settings.host() : settings.tlsName();
        SSLEngine engine = tls.createSSLEngine(name, settings.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** Cuts all sessions and ends the threads; {@link SmppSession#unbind} first for an end in order. */
    @Override
    public void close() {
        closed = true;
        for (Loop loop : loops) {
            loop.close();
        }
    }
}
