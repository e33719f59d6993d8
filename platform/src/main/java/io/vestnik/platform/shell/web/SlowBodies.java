package io.vestnik.platform.shell.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Hangs up where a body that is read has come for longer than a time at less than a kilobyte a second: a form, or a file, of which an
 * octet comes now and then. Doors that read bodies whole have a shorter time of their own.
 */
final class SlowBodies extends ValveBase {
    private static final long NANOS_A_BYTE = 1_000_000;

    private final long patienceNanos;

    SlowBodies(Duration patience) {
        super(true);
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request body = request.getCoyoteRequest();
        InputBuffer usual = body.getInputBuffer();
        body.setInputBuffer(new Timed(body));
        try {
            getNext().invoke(request, response);
        } finally {
            body.setInputBuffer(usual);
        }
    }

    private final class Timed implements InputBuffer {
        private final org.apache.coyote.Request body;
        private final InputBuffer usual;
        private final long began = System.nanoTime();
        private long come;

        Timed(org.apache.coyote.Request body) {
            this.body = body;
            this.usual = body.getInputBuffer();
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            int count = usual.doRead(handler);
            come += Math.max(count, 0);
            long passed = System.nanoTime() - began;
            boolean slow = count >= 0 && passed > patienceNanos && come < passed / NANOS_A_BYTE;
            if (slow && come != body.getContentLengthLong()) {
                SocketTimeoutException tooSlow = new SocketTimeoutException("The body comes too slowly");
                body.action(ActionCode.CLOSE_NOW, tooSlow); // else Tomcat waits for the rest, to pass it over
                throw tooSlow;
            }
            return count;
        }

        @Override
        public int available() {
            return usual.available();
        }
    }
}
