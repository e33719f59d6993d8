package io.vestnik.platform.smsc.web;

import io.vestnik.platform.smsc.wire.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies of whoever sends them, before anybody knows who that is: they take as much room as has come of them, an address has a
 * quarter of all, and none may come for longer than half a minute.
 */
final class Bodies {
    private static final int BLOCK = 64 << 10;
    private static final int BUFFER = 8 << 10;
    /** 64 MB. */
    private static final int TOGETHER = 1_024;

    private static final int OF_AN_ADDRESS = TOGETHER / 4;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Semaphore blocks = new Semaphore(TOGETHER);
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** What came of reading one. */
    enum State {
        READ,
        TOO_LONG,
        TOO_SLOW,
        NO_ROOM
    }

    /** A body, and the room that it takes until it is closed. */
    final class Body implements AutoCloseable {
        private final String address;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private State state = State.READ;
        private int held;

        private Body(String address) {
            this.address = address;
        }

        State state() {
            return state;
        }

        /** Whole only where it was read. */
        byte[] bytes() {
            return bytes.toByteArray();
        }

        private void read(InputStream in) throws IOException {
            long began = System.nanoTime();
            byte[] block = new byte[BUFFER];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                bytes.write(block, 0, count);
                if (bytes.size() > Reading.LONGEST_BODY) {
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

        /** One block more: what has come is at most that much. */
        private boolean hold() {
            if (!blocks.tryAcquire()) {
                return false;
            }
            held++;
            return taken.merge(address, 1, Integer::sum) <= OF_AN_ADDRESS;
        }

        @Override
        public void close() {
            blocks.release(held);
            taken.computeIfPresent(address, (_, count) -> count == held ? null : count - held);
        }
    }

    /** Reads it; whoever gets it closes it. */
    Body read(HttpServletRequest request) throws IOException {
        Body body = new Body(request.getRemoteAddr());
        boolean done = false;
        try {
            if (request.getContentLengthLong() > Reading.LONGEST_BODY) {
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
