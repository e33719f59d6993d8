package io.vestnik.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends requests over connections that stay open, one at a time on each, all on the calling thread. A steady pace does not wait
 * for answers: what finds no free connection leaves later and counts from when it was meant to leave.
 */
public final class HttpLoad {

    private static final long GRACE = TimeUnit.SECONDS.toNanos(60);

    private final InetSocketAddress server;
    private final int connections;
    private final Pace pace;
    private final Script script;
    private final byte[] scratch = new byte[64 * 1024];
    private final ByteBuffer incoming = ByteBuffer.wrap(scratch);
    private final Deque<Connection> free = new ArrayDeque<>();

    private long next;
    private long sent;
    private long answered;

    /** What is sent, and what is made of the answers. */
    public interface Script {

        /** The whole request of that number, from 0. */
        byte[] request(long number, long intended);

        /** Its answer, of that outcome; times are those of {@link System#nanoTime}. */
        void answered(long number, int status, long intended, long now);

        /** The status that an answer comes to; where its own does not tell, its body does. */
        default int outcome(int status, Body body) {
            return status;
        }

        /** Whether further requests are to leave; asked before each. */
        default boolean goesOn() {
            return true;
        }

        /** Something else than success was answered. */
        default void refused(int status, String body) {}
    }

    /** The body of an answer, read when it is asked for. */
    public interface Body {

        String text();
    }

    private HttpLoad(URI server, int connections, Pace pace, Script script) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.connections = connections;
        this.pace = pace;
        this.script = script;
    }

    /** Sends it all and waits for the answers; how many requests were answered. */
    public static long run(URI server, int connections, Pace pace, Script script) throws IOException {
        return new HttpLoad(server, connections, pace, script).run();
    }

    private long run() throws IOException {
        List<Connection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            Consumer<SelectionKey> ready = key -> ((Connection) key.attachment()).ready();
            try {
                for (int i = 0; i < connections; i++) {
                    all.add(new Connection(selector));
                }
                free.addAll(all);
                long began = System.nanoTime();
                long over = 0;
                while (true) {
                    long now = System.nanoTime();
                    long pause = dispatch(began, now);
                    if (isOver(began, now)) {
                        over = over == 0 ? now : over;
                        if (answered == sent) {
                            return answered;
                        }
                        if (now - over > GRACE) {
                            throw new IOException(sent - answered + " requests were not answered");
                        }
                    }
                    if (pause > 0) {
                        selector.select(ready, pause);
                    } else {
                        selector.selectNow(ready);
                    }
                }
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
        }
    }

    /** Sends what is due; milliseconds until there is something to do again. */
    private long dispatch(long began, long now) {
        while (!free.isEmpty() && !isOver(began, now)) {
            next = pace.next(next, began, now);
            if (isOver(began, now)) {
                break;
            }
            long due = pace.due(next, began, now);
            if (due > now) {
                return 1;
            }
            sent++;
            free.removeFirst().send(next++, due);
        }
        return 100;
    }

    private boolean isOver(long began, long now) {
        return pace.isOver(next, began, now) || !script.goesOn();
    }

    private final class Connection {

        private final Selector selector;
        private final Answered answer = new Answered();
        private SocketChannel channel;
        private SelectionKey key;
        private ByteBuffer out = ByteBuffer.allocate(0);
        private boolean waiting;
        private long number;
        private long intended;

        Connection(Selector selector) throws IOException {
            this.selector = selector;
            channel = open();
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(long its, long due) {
            number = its;
            intended = due;
            waiting = true;
            answer.clear();
            out = ByteBuffer.wrap(script.request(its, due));
            guarded(this::write);
        }

        void ready() {
            guarded(() -> {
                if (key.isWritable()) {
                    write();
                }
                if (key.isReadable()) {
                    read();
                }
            });
        }

        void close() throws IOException {
            channel.close();
        }

        private SocketChannel open() throws IOException {
            SocketChannel opened = SocketChannel.open(server);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.configureBlocking(false);
            return opened;
        }

        private void write() throws IOException {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }

        private void read() throws IOException {
            incoming.clear();
            int count = channel.read(incoming);
            if (count < 0) {
                if (waiting) {
                    throw new IOException("The server closed a connection on which it owed an answer");
                }
                reopen();
                return;
            }
            answer.add(scratch, count);
            if (answer.isWhole()) {
                finish();
            }
        }

        private void finish() throws IOException {
            int status = script.outcome(answer.status(), answer::body);
            if (status / 100 != 2) {
                script.refused(status, answer.body());
            }
            waiting = false;
            answered++;
            script.answered(number, status, intended, System.nanoTime());
            if (answer.isLast()) {
                reopen();
            }
            free.addLast(this);
        }

        /** A server ends a connection after so many requests; the next one goes over a new connection. */
        private void reopen() throws IOException {
            channel.close();
            channel = open();
            key = channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void guarded(Step step) {
            try {
                step.take();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Step {

        void take() throws IOException;
    }
}
