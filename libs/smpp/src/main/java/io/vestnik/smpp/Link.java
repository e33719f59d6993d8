package io.vestnik.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * One connection and what waits to be written to it. PDUs are encoded into one buffer under {@link #lock} while the other is
 * being written outside of it; whoever queues something writes it, unless somebody is writing: then that one goes on. So many
 * PDUs leave in one call of the system, and no thread waits for another's write.
 */
final class Link {
    // The system's own copy of what is written is as large as this at most.
    private static final int WRITE = 128 * 1024;
    private static final int KEEP = 64 * 1024;
    private static final int REPLIES = 1 << 20;
    private static final System.Logger LOG = System.getLogger(Link.class.getName());
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Guards the buffer that is filled, and the window of the session. */
    final ReentrantLock lock = new ReentrantLock();

    private final SocketChannel channel;
    private final Wire wire;
    private volatile InetSocketAddress peer;
    private final Loop loop;
    private final Events events;
    private final ReentrantLock writer = new ReentrantLock();
    private OctetBuffer filling = new OctetBuffer();
    private OctetBuffer flushing = new OctetBuffer();
    private ByteBuffer view = NOTHING;
    private long queued;
    private int fillingReplies;
    private int flushingReplies;
    private long total;
    private volatile long written;
    private volatile long progress;
    private volatile boolean blocked;
    private volatile @Nullable IOException failure;
    private volatile @Nullable SelectionKey key;

    Link(SocketChannel channel, Guise guise, Loop loop, Events events) throws IOException {
        this.channel = channel;
        Wire plain = guise.engine() == null ? new Wire.Plain(channel) : new TlsWire(channel, guise.engine());
        wire = guise.proxied() ? new ProxiedWire(channel, plain, this::identified) : plain;
        this.loop = loop;
        this.events = events;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        peer = (InetSocketAddress) channel.getRemoteAddress();
    }

    /**
     * What a connection looks like on the wire.
     *
     * @param engine of TLS; null where octets travel as they are
     * @param proxied whether a balancer says first who has connected
     */
    record Guise(@Nullable SSLEngine engine, boolean proxied) {}

    /** What its owner is told. */
    interface Events {
        /** Writing has failed; from any thread. */
        void failed();

        /** {@link #peer} is another one than it seemed; on the loop's thread. */
        void identified();
    }

    private void identified(InetSocketAddress source) {
        peer = source;
        events.identified();
    }

    /** The other end, or who stands behind the balancer there. */
    InetSocketAddress peer() {
        return peer;
    }

    void register(Loop.Target target) throws IOException {
        key = loop.register(channel, SelectionKey.OP_READ, target);
        wire.start();
        flush();
    }

    /** Reads what came; on the loop's thread. */
    int read(ByteBuffer into) throws IOException {
        boolean before = wire.isReady();
        int taken = wire.read(into);
        if (wire.isPending() || before != wire.isReady()) {
            writable();
        }
        return taken;
    }

    /** Queues a request of the window; returns where on the stream it ends. Under the lock. */
    long queue(Pdu pdu, int sequence) {
        int before = filling.size();
        SmppCodec.encode(pdu, sequence, filling);
        queued += filling.size() - before;
        return queued;
    }

    /** Queues an answer, or another PDU that no window limits. Under the lock. */
    void queueReply(Pdu pdu, int sequence) {
        int before = filling.size();
        queue(pdu, sequence);
        fillingReplies += filling.size() - before;
    }

    /** Whether answers pile up because the other side does not read them. Under the lock. */
    boolean isPressed() {
        return fillingReplies + flushingReplies > REPLIES;
    }

    /** Writes what is queued, as far as the system takes it. */
    void flush() {
        boolean more = true;
        while (more && !blocked && failure == null && writer.tryLock()) {
            try {
                write();
            } catch (IOException e) {
                failure = e;
                loop.execute(events::failed);
            } finally {
                writer.unlock();
            }
            // Also what was being written: the loop may have found the socket ready while this thread still held the
            // writer.
            more = !isFlushed();
        }
    }

    private void write() throws IOException {
        while (view.hasRemaining() || swap()) {
            int limit = view.limit();
            if (view.remaining() > WRITE) {
                view.limit(view.position() + WRITE);
            }
            int taken = wire.write(view);
            view.limit(limit);
            if (taken == 0) {
                await();
                return;
            }
            total += taken;
            written = total;
            progress = System.nanoTime();
        }
        if (!wire.flush()) {
            await();
        }
    }

    private void await() {
        // Until the handshake is over nothing is taken, and room is not what is missing: reading its end goes on here.
        boolean room = wire.isReady() || wire.isPending();
        blocked = true;
        if (room) {
            interest(SelectionKey.OP_WRITE, true);
        } else if (wire.isReady()) {
            blocked = false;
        }
    }

    private boolean swap() {
        lock.lock();
        try {
            flushing.shrink(KEEP);
            flushingReplies = fillingReplies;
            fillingReplies = 0;
            if (filling.size() == 0) {
                view = NOTHING;
                return false;
            }
            OctetBuffer full = filling;
            filling = flushing;
            flushing = full;
            view = ByteBuffer.wrap(full.octets(), 0, full.size());
            progress = System.nanoTime();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The system takes octets again; on the loop's thread. */
    void writable() {
        interest(SelectionKey.OP_WRITE, false);
        blocked = false;
        flush();
    }

    /** Whether all that was queued was handed to the system. */
    boolean isFlushed() {
        lock.lock();
        try {
            return written == queued && !wire.isPending();
        } finally {
            lock.unlock();
        }
    }

    /** Since when the system takes nothing though something waits, in ns; 0 while it does. */
    long blockedFor(long now) {
        return blocked ? Math.max(0, now - progress) : 0;
    }

    void reading(boolean on) {
        interest(SelectionKey.OP_READ, on);
    }

    private void interest(int operation, boolean on) {
        SelectionKey present = key;
        if (present == null) {
            return;
        }
        try {
            if (on) {
                present.interestOpsOr(operation);
                loop.wakeup();
            } else {
                present.interestOpsAnd(~operation);
            }
        } catch (CancelledKeyException e) {
            // The connection ended meanwhile; nothing waits for readiness any more.
            key = null;
        }
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    void shutdownOutput() throws IOException {
        wire.shutdownOutput();
    }

    /** Closes the connection and waits for a write under way; returns how many octets the system took. */
    long close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A connection did not close well", e);
        }
        writer.lock();
        try {
            return written;
        } finally {
            writer.unlock();
        }
    }
}
