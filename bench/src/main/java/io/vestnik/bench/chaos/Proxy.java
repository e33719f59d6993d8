package io.vestnik.bench.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** A bad line: carries bytes between those who call and one port on this machine, and stalls, slows, swallows or cuts. */
final class Proxy implements AutoCloseable {

    private static final int PIECE = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int FINEST_PIECE = 64;

    /** How the line is. */
    private enum State {
        CLEAR,
        STALLED,
        /** What the far side says is thrown away. */
        DEAF
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by the lock.
    private State condition = State.CLEAR;
    private volatile int bytesPerSecond;

    private Proxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
        Thread.ofPlatform().daemon().name("proxy").start(this::accept);
    }

    /** Listens on a free port of the loopback address and carries to this one. */
    static Proxy to(int target) {
        try {
            return new Proxy(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Connections that it carries now. */
    int connections() {
        return pairs.size();
    }

    /** Holds every byte back until {@link #clear}. */
    void stall() {
        become(State.STALLED);
    }

    /** Throws away what the far side says, until the next of these: then every connection is reset, for bytes are missing. */
    void deafen() {
        become(State.DEAF);
    }

    /** Lets only so many bytes a second through in each direction of each connection, 0 for all. */
    void slow(int bytes) {
        bytesPerSecond = bytes;
    }

    /** Everything passes again. */
    void clear() {
        bytesPerSecond = 0;
        become(State.CLEAR);
    }

    /** Resets every connection, as a broken machine between both would. */
    void cut() {
        pairs.forEach(Pair::reset);
    }

    private void become(State next) {
        boolean hasLost;
        lock.lock();
        try {
            hasLost = condition == State.DEAF && next != State.DEAF;
            condition = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (hasLost) {
            cut(); // bytes are missing, so what comes next would make no sense
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        Pair pair = new Pair(near, far);
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        } catch (IOException nobodyThere) {
            pair.reset();
            return;
        }
        pairs.add(pair);
        Thread.ofVirtual().start(() -> carry(pair, near, far, false));
        carry(pair, far, near, true);
    }

    private void carry(Pair pair, Socket from, Socket to, boolean fromFar) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (passes(pair, fromFar)) {
                    write(out, piece, read);
                }
            }
        } catch (IOException e) {
            // One side has broken off: so does the other, below.
        } finally {
            pair.reset();
        }
    }

    /** Waits while the line is stalled; whether what was read may go on. */
    private boolean passes(Pair pair, boolean fromFar) {
        lock.lock();
        try {
            while (condition == State.STALLED && pairs.contains(pair)) {
                changed.awaitUninterruptibly();
            }
            return condition != State.DEAF || !fromFar;
        } finally {
            lock.unlock();
        }
    }

    private void write(OutputStream out, byte[] piece, int length) throws IOException {
        int at = 0;
        while (at < length) {
            int rate = bytesPerSecond;
            int now = rate == 0 ? length - at : Math.min(length - at, Math.max(FINEST_PIECE, rate / 20));
            out.write(piece, at, now);
            at += now;
            if (rate > 0) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) * now / rate);
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    /** Both halves of a connection. */
    private final class Pair {
        private final Socket near;
        private final Socket far;

        Pair(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void reset() {
            pairs.remove(this);
            drop(near);
            drop(far);
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private static void drop(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // Closed already: there is nothing to reset.
            }
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
