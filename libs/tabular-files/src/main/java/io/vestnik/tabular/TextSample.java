package io.vestnik.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What detection looks at: the beginning of a file, and where that is plain ASCII, the first piece that is not.
 *
 * @param head the first bytes
 * @param telling the bytes that tell the encoding: the head itself, or a piece from the first non-ASCII byte on; empty where
 *     the whole file is ASCII
 * @param whole whether the head is the whole file
 */
record TextSample(byte[] head, byte[] telling, boolean whole) {

    static final int SIZE = 64 * 1024;

    static TextSample of(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(SIZE);
            boolean whole = head.length < SIZE;
            if (firstForeign(head, head.length) >= 0) {
                return new TextSample(head, head, whole);
            }
            byte[] piece = new byte[SIZE];
            int got = whole ? 0 : in.readNBytes(piece, 0, SIZE);
            while (got > 0) {
                int from = firstForeign(piece, got);
                if (from >= 0) {
                    return new TextSample(head, withMore(in, piece, from, got), false);
                }
                got = in.readNBytes(piece, 0, SIZE);
            }
            return new TextSample(head, new byte[0], whole);
        }
    }

    private static byte[] withMore(InputStream in, byte[] piece, int from, int to) throws IOException {
        byte[] telling = Arrays.copyOfRange(piece, from, from + SIZE);
        int kept = to - from;
        int more = in.readNBytes(telling, kept, SIZE - kept);
        return Arrays.copyOf(telling, kept + more);
    }

    /** The first byte that is no ASCII; a NUL stops too, the file is then binary or UTF-16. */
    private static int firstForeign(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] <= 0) {
                return i;
            }
        }
        return -1;
    }
}
