package io.vestnik.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** An HTTP answer as it comes in, for one request at a time; knows when it is whole. */
final class Answered {

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_ROOM = 4_096;
    private static final int MOST = 64 * 1024 * 1024;
    private static final int CHUNKED = -1;

    private byte[] octets = new byte[FIRST_ROOM];
    private int length;
    private int bodyFrom;
    private int bodyLength;
    private int status;
    private boolean last;

    void clear() {
        length = 0;
        bodyFrom = 0;
        status = 0;
    }

    void add(byte[] from, int count) {
        if (length + count > octets.length) {
            if (length + count > MOST) {
                throw new IllegalStateException("An answer of more than " + MOST + " octets");
            }
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + count));
        }
        System.arraycopy(from, 0, octets, length, count);
        length += count;
    }

    boolean isWhole() {
        if (bodyFrom == 0 && !readHead()) {
            return false;
        }
        return bodyLength == CHUNKED
                ? length - bodyFrom >= LAST_CHUNK.length
                        && Arrays.equals(octets, length - LAST_CHUNK.length, length, LAST_CHUNK, 0, LAST_CHUNK.length)
                : length - bodyFrom >= bodyLength;
    }

    int status() {
        return status;
    }

    /** Whether the server closes the connection after this. */
    boolean isLast() {
        return last;
    }

    String body() {
        return new String(octets, bodyFrom, length - bodyFrom, StandardCharsets.UTF_8);
    }

    private boolean readHead() {
        int end = Heads.end(octets, 0, length);
        if (end < 0) {
            return false;
        }
        String head = new String(octets, 0, end, StandardCharsets.ISO_8859_1);
        status = Integer.parseInt(head, 9, 12, 10);
        String lower = head.toLowerCase(Locale.ROOT);
        bodyLength = lower.contains("transfer-encoding: chunked") ? CHUNKED : Heads.contentLength(head);
        last = lower.contains("\r\nconnection: close");
        bodyFrom = end;
        return true;
    }
}
