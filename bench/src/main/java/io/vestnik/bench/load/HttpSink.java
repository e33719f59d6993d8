package io.vestnik.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A customer's program that is told of messages: answers 200 to every request at once and keeps nothing. */
public final class HttpSink implements AutoCloseable {

    private static final byte[] WELL = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Type: text/plain\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final int ROOM = 16 * 1024;
    private static final int MOST = 16 * 1024 * 1024;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel acceptor = ServerSocketChannel.open();
    private final byte[] scratch = new byte[64 * 1024];
    private final ByteBuffer incoming = ByteBuffer.wrap(scratch);
    private final Thread thread;

    private volatile Ear ear = (octets, from, to, now) -> {};

    /** Hears of requests; called on the sink's thread, must not block. */
    public interface Ear {

        /** A request, head and body, from one index to before another; the octets are only lent. */
        void heard(byte[] octets, int from, int to, long now);
    }

    private HttpSink() throws IOException {
        acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        acceptor.configureBlocking(false);
        acceptor.register(selector, SelectionKey.OP_ACCEPT);
        thread = Thread.ofPlatform().daemon().name("callbacks").start(this::serve);
    }

    /** Listens on a free port of loopback. */
    public static HttpSink start() throws IOException {
        return new HttpSink();
    }

    /** Where it listens. */
    public int port() {
        return acceptor.socket().getLocalPort();
    }

    /** Who hears of requests from now on. */
    public void listen(Ear value) {
        ear = value;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        acceptor.close();
        thread.interrupt();
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClosedSelectorException e) {
            // that is how it ends
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.attachment() instanceof Caller caller) {
                caller.read();
            } else {
                admit();
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void admit() throws IOException {
        for (SocketChannel channel = acceptor.accept(); channel != null; channel = acceptor.accept()) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Caller(channel));
        }
    }

    private final class Caller {

        private final SocketChannel channel;
        private byte[] octets = new byte[ROOM];
        private int length;

        Caller(SocketChannel channel) {
            this.channel = channel;
        }

        void read() throws IOException {
            incoming.clear();
            int count = channel.read(incoming);
            if (count < 0) {
                channel.close();
                return;
            }
            if (length + count > octets.length) {
                if (length + count > MOST) {
                    throw new IOException("A request of more than " + MOST + " octets");
                }
                octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + count));
            }
            System.arraycopy(scratch, 0, octets, length, count);
            length += count;
            answer();
        }

        private void answer() throws IOException {
            long now = System.nanoTime();
            int from = 0;
            int requests = 0;
            for (int end = end(from); end > 0; end = end(from)) {
                ear.heard(octets, from, end, now);
                from = end;
                requests++;
            }
            if (requests > 0) {
                System.arraycopy(octets, from, octets, 0, length - from);
                length -= from;
                ByteBuffer out = ByteBuffer.allocate(requests * WELL.length);
                for (int i = 0; i < requests; i++) {
                    out.put(WELL);
                }
                out.flip();
                while (out.hasRemaining()) {
                    channel.write(out); // some octets always fit, and who does not read them is not measured
                }
            }
        }

        /** Where the request that begins there ends; 0 while it is not whole. */
        private int end(int from) {
            int body = Heads.end(octets, from, length);
            if (body < 0) {
                return 0;
            }
            String head = new String(octets, from, body - from, StandardCharsets.ISO_8859_1);
            int end = body + Heads.contentLength(head);
            return end <= length ? end : 0;
        }
    }
}
