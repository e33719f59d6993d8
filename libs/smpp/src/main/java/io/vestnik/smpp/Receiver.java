package io.vestnik.smpp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads one connection and cuts its octets into PDUs; all on the loop's thread. Keeps only octets that are no whole PDU yet. */
final class Receiver {
    /** Longest PDU before the bind: a stranger gets little memory. */
    private static final int BEFORE_BIND = 16 * 1024;

    private static final byte[] NOTHING = {};

    private final Course course;
    private final Link link;
    private final Loop loop;
    private final PduDecoder decoder = new PduDecoder();
    private byte[] rest = NOTHING;
    private boolean held;
    private boolean stopped;

    Receiver(Course course, Link link, Loop loop) {
        this.course = course;
        this.link = link;
        this.loop = loop;
    }

    /** Takes nothing more until {@link #resume}. */
    void hold() {
        held = true;
        link.reading(false);
    }

    boolean isHeld() {
        return held;
    }

    void resume() {
        if (held) {
            held = false;
            process(rest, rest.length);
            if (!held) {
                link.reading(true);
            }
        }
    }

    void read() {
        ByteBuffer buffer = loop.buffer(rest.length);
        buffer.put(rest);
        int taken;
        try {
            taken = link.read(buffer);
        } catch (IOException e) {
            course.phases.connectionEnded(CloseReason.of(e));
            return;
        }
        if (taken < 0) {
            course.phases.connectionEnded(new CloseReason(CloseReason.Cause.CLOSED_BY_PEER, ""));
        } else if (taken > 0) {
            process(loop.octets(), buffer.position());
        }
    }

    private void process(byte[] octets, int to) {
        byte[] source = octets;
        int end = to;
        boolean more = true;
        while (more && !held && course.phases.listens()) {
            Batch batch = new Batch();
            int at = consume(source, end, batch);
            // Copied before anybody is called: the buffer is the loop's.
            rest = at == end ? NOTHING : Arrays.copyOfRange(source, at, end);
            source = rest;
            end = rest.length;
            // A budget stopped it; what a listener answers at once makes room for the rest.
            more = stopped;
            course.dispatch(batch);
        }
    }

    private int consume(byte[] octets, int to, Batch batch) {
        int requests = course.allowedRequests();
        int bytes = course.allowedBytes();
        int from = 0;
        stopped = false;
        while (!held && course.phases.listens()) {
            if (batch.requests.size() >= requests || batch.requestBytes >= bytes) {
                stopped = true;
                return from;
            }
            int left = to - from;
            if (left < 4) {
                break;
            }
            int length = (int) OctetBuffer.INT.get(octets, from);
            if (length < SmppCodec.HEADER || length > longest()) {
                int sequence = left < SmppCodec.HEADER ? 0 : (int) OctetBuffer.INT.get(octets, from + 12);
                course.streamLost(batch, sequence, length);
                return to;
            }
            if (length > left) {
                break;
            }
            course.heard();
            course.sort(decoder.decode(octets, from, length), length, batch);
            from += length;
        }
        return course.phases.listens() ? from : to;
    }

    private int longest() {
        int most = course.maxPduLength();
        return course.isBound() ? most : Math.min(most, BEFORE_BIND);
    }
}
