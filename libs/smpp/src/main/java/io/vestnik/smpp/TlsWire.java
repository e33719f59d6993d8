package io.vestnik.smpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * A connection under TLS. The handshake goes on with what is read; its computations run on the loop's thread. Octets count as taken
 * once they are sealed, so what was not is known not to have left. An idle connection holds no buffer.
 */
final class TlsWire implements Wire {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final int packet;

    // Sealed octets that came and are no whole record yet; on the loop's thread.
    private ByteBuffer came = NOTHING;
    private boolean ended;

    private final ReentrantLock out = new ReentrantLock();
    // Sealed octets that wait for room; under the lock.
    private ByteBuffer leaving = NOTHING;
    private volatile boolean pending;
    private volatile boolean ready;

    TlsWire(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
        packet = engine.getSession().getPacketBufferSize();
    }

    @Override
    public void start() throws IOException {
        engine.beginHandshake();
        goOn();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        int room = 2 * packet;
        boolean more = !ended;
        while (more && into.remaining() >= room) {
            ByteBuffer sealed = ByteBuffer.allocate(room).put(came);
            int taken = channel.read(sealed);
            sealed.flip();
            open(sealed, into);
            came = sealed.hasRemaining() ? sealed : NOTHING;
            ended |= taken < 0;
            more = taken > 0 && !ended;
        }
        int opened = into.position() - before;
        return opened == 0 && ended ? -1 : opened;
    }

    private void open(ByteBuffer sealed, ByteBuffer into) throws IOException {
        boolean more = sealed.hasRemaining();
        while (more) {
            SSLEngineResult result;
            try {
                result = engine.unwrap(sealed, into);
            } catch (SSLException e) {
                // The other side is told why, if it still listens.
                goOn();
                throw e;
            }
            goOn();
            more = switch (result.getStatus()) {
                case OK -> sealed.hasRemaining();
                case BUFFER_UNDERFLOW -> false;
                case BUFFER_OVERFLOW -> {
                    // The engine asks for room for the whole of a record of which the beginning has come. What is whole
                    // has room.
                    if (sealed.remaining() > into.remaining()) {
                        throw new IOException("a TLS record is larger than it may be");
                    }
                    yield false;
                }
                case CLOSED -> {
                    ended = true;
                    yield false;
                }
            };
        }
    }

    /** Does what the handshake wants of us, as far as it goes without more from the other side. */
    private void goOn() throws IOException {
        out.lock();
        try {
            HandshakeStatus status = engine.getHandshakeStatus();
            while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
                if (status == HandshakeStatus.NEED_TASK) {
                    for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                        task.run();
                    }
                } else if (seal(NOTHING).getStatus() == SSLEngineResult.Status.CLOSED) {
                    break;
                }
                status = engine.getHandshakeStatus();
            }
            ready |= status == HandshakeStatus.NOT_HANDSHAKING;
            drain();
        } finally {
            out.unlock();
        }
    }

    private SSLEngineResult seal(ByteBuffer from) throws IOException {
        ByteBuffer grown = ByteBuffer.allocate(leaving.remaining() + packet).put(leaving);
        SSLEngineResult result = engine.wrap(from, grown);
        leaving = grown.flip();
        return result;
    }

    private boolean drain() throws IOException {
        while (leaving.hasRemaining() && channel.write(leaving) > 0) {
            // as much as the system takes
        }
        pending = leaving.hasRemaining();
        if (!pending) {
            leaving = NOTHING;
        }
        return !pending;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        out.lock();
        try {
            int taken = 0;
            while (ready && from.hasRemaining() && drain()) {
                SSLEngineResult result = seal(from);
                if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                    throw new IOException("the TLS connection is closed");
                }
                taken += result.bytesConsumed();
            }
            drain();
            return taken;
        } finally {
            out.unlock();
        }
    }

    @Override
    public boolean flush() throws IOException {
        out.lock();
        try {
            return drain();
        } finally {
            out.unlock();
        }
    }

    @Override
    public boolean isPending() {
        return pending;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void shutdownOutput() throws IOException {
        engine.closeOutbound();
        goOn();
        channel.shutdownOutput();
    }
}
