package io.vestnik.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies of requests whole, for doors that programs come in by: they take as much room as has come of them, whatever length was
 * told; an address has a share of all of it, and none may come for longer than half a minute.
 */
public final class Bodies {
    private static final int BLOCK = 4 << 10;
    private static final int BUFFER = 8 << 10;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final int most;
    private final Semaphore blocks;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /**
     * Room for bodies.
     *
     * @param together how many bytes of all addresses at a time
     * @param ofAnAddress how many of one
     */
    public Bodies(int together, int ofAnAddress) {
        this.blocks = new Semaphore(together / BLOCK);
        this.most = ofAnAddress / BLOCK;
    }

    /** What came of reading one. */
    public enum State {
        READ,
        TOO_LONG,
        TOO_SLOW,
        NO_ROOM
    }

    /** A body, and the room that it takes until it is closed. */
    public final class Body implements AutoCloseable {
        private final String address;
        private final int longest;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private State state = State.READ;
        private int held;

        private Body(String address, int longest) {
            this.address = address;
            this.longest = longest;
        }

        public State state() {
            return state;
        }

        /** Whole only where it was read. */
        public byte[] bytes() {
            return bytes.toByteArray();
        }

        private void read(InputStream in) throws IOException {
            long began = System.nanoTime();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > longest) {
                    state = State.TOO_LONG;
                } else if (System.nanoTime() - began > LONGEST_NANOS) {
                    state = State.TOO_SLOW;
                } else if (bytes.size() > held * BLOCK && !hold()) {
                    state = State.NO_ROOM;
                }
                if (state != State.READ) {
                    return;
                }
            }
        }

        /** As many blocks more as have come. */
        private boolean hold() {
            int more = (bytes.size() + BLOCK - 1) / BLOCK - held;
            if (!blocks.tryAcquire(more)) {
                return false;
            }
            held += more;
            return taken.merge(address, more, Integer::sum) <= most;
        }

        @Override
        public void close() {
            blocks.release(held);
            taken.computeIfPresent(address, (_, count) -> count == held ? null : count - held);
        }
    }

    /**
     * Reads it; whoever gets it closes it.
     *
     * @param longest the most bytes; of what is longer nothing is read where its length is told
     */
    public Body read(HttpServletRequest request, int longest) throws IOException {
        Body body = new Body(request.getRemoteAddr(), longest);
        boolean done = false;
        try {
            if (request.getContentLengthLong() > longest) {
                body.state = State.TOO_LONG;
            } else {
                body.read(request.getInputStream());
            }
            done = true;
            return body;
        } finally {
            if (!done) {
                body.close();
            }
        }
    }
}
