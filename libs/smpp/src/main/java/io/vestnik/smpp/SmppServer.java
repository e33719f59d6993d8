package io.vestnik.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** Accepts sessions of ESMEs. */
public final class SmppServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SmppServer.class.getName());
    // Beyond the time of a stop: for the last PDUs to be seen by the other side.
    private static final Duration LINGER = Duration.ofMillis(1500);

    private final ServerSettings settings;
    private final ServerListener listener;
    private final Loop[] loops;
    private final ServerSocketChannel acceptor;
    private final InetSocketAddress address;
    private final Set<Course> connections = ConcurrentHashMap.newKeySet();
    private final Lobby<Course> lobby;
    private final Map<Course, SmppSession> sessions = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private @Nullable SelectionKey accepting;
    private int turn;

    private SmppServer(ServerSettings settings, ServerListener listener, Loop[] loops, ServerSocketChannel acceptor)
            throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.loops = loops;
        this.acceptor = acceptor;
        lobby = new Lobby<>(settings.maxUnbound(), Math.max(settings.maxUnbound(), settings.maxConnections() / 2));
        address = (InetSocketAddress) acceptor.getLocalAddress();
    }

    /** Listens from now on, or fails because the port cannot be had. */
    public static SmppServer start(ServerSettings settings, ServerListener listener) throws IOException {
        ServerSocketChannel acceptor = ServerSocketChannel.open();
        try {
            acceptor.configureBlocking(false);
            acceptor.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            acceptor.bind(new InetSocketAddress(settings.address(), settings.port()), 1024);
            Loop[] loops = Loop.several("smpp-server", settings.threads());
            SmppServer server = new SmppServer(settings, listener, loops, acceptor);
            loops[0].execute(server::listen);
            return server;
        } catch (IOException e) {
            acceptor.close();
            throw e;
        }
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return address;
    }

    /** Connections at this moment, bound or not. */
    public int connections() {
        return connections.size();
    }

    /** Bound sessions at this moment; several may have the same system id. */
    public List<SmppSession> sessions() {
        return List.copyOf(sessions.values());
    }

    /**
     * Accepts no more, unbinds all sessions ({@link SmppSession#unbind}) and waits for their ends, at most that long and a moment;
     * then closes. Never from a listener.
     */
    public void stop(Duration within) {
        if (Loop.anyIsCurrent(loops)) {
            throw new IllegalStateException("A listener must not wait for the end: its own thread would bring it");
        }
        stopping = true;
        loops[0].execute(this::stopListening);
        for (Course course : connections) {
            SmppSession session = sessions.get(course);
            if (session == null) {
                course.close();
            } else {
                session.unbind(within);
            }
        }
        try {
            if (!connections.isEmpty() && !ended.await(within.plus(LINGER).toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "Stopping cuts {0} connections", connections.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Cuts everything at once. */
    @Override
    public void close() {
        stopping = true;
        loops[0].execute(this::stopListening);
        for (Loop loop : loops) {
            loop.close();
        }
    }

    // ---- on the thread of the first loop

    private void listen() {
        try {
            accepting = loops[0].register(acceptor, SelectionKey.OP_ACCEPT, new Door());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The server cannot listen", e);
        }
    }

    private void stopListening() {
        try {
            acceptor.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The listening socket did not close", e);
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        if (stopping || connections.size() >= settings.maxConnections()) {
            channel.close();
            return;
        }
        InetAddress from = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        boolean proxied = settings.proxies().test(from);
        Loop loop = loops[Math.floorMod(turn++, loops.length)];
        ServerRole role = new ServerRole(settings, listener, new Connected());
        Course course;
        try {
            course = new Course(
                    channel,
                    new Link.Guise(engine(), proxied),
                    loop,
                    role,
                    settings.session().maxPduLength());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        connections.add(course);
        enter(course, proxied ? null : from);
        course.start();
    }

    private void enter(Course course, @Nullable InetAddress from) {
        Course oldest = lobby.enter(course, from);
        if (oldest != null) {
            oldest.close();
        }
    }

    private @Nullable SSLEngine engine() {
        SSLContext tls = settings.tls();
        if (tls == null) {
            return null;
        }
        SSLEngine engine = tls.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }

    private final class Door implements Loop.Target {
        @Override
        public void ready(int operations) {
            try {
                for (SocketChannel channel = acceptor.accept(); channel != null; channel = acceptor.accept()) {
                    admit(channel);
                }
            } catch (IOException e) {
                // Mostly no file descriptors left: the next tick tries again, so that the loop does not spin.
                LOG.log(System.Logger.Level.WARNING, "A connection could not be accepted: {0}", e.getMessage());
                interest(0);
            }
        }

        @Override
        public void tick(long now) {
            interest(SelectionKey.OP_ACCEPT);
        }

        @Override
        public void abandon() {
            stopListening();
        }

        private void interest(int operations) {
            SelectionKey key = accepting;
            if (key != null && key.isValid()) {
                key.interestOps(operations);
            }
        }
    }

    private final class Connected implements ServerRole.Roster {
        @Override
        public void identified(Course course) {
            enter(course, course.peer().getAddress());
        }

        @Override
        public void bound(SmppSession session, Course course) {
            lobby.leave(course);
            sessions.put(course, session);
            if (course.isOver()) {
                sessions.remove(course);
            } else if (stopping) {
                session.unbind(Duration.ZERO);
            }
        }

        @Override
        public void over(Course course) {
            lobby.leave(course);
            sessions.remove(course);
            connections.remove(course);
            if (stopping && connections.isEmpty()) {
                ended.countDown();
            }
        }
    }
}
