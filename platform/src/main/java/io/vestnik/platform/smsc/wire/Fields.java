package io.vestnik.platform.smsc.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fields as bytes, since in which charset they are is told by one of them. Of a name that comes again the last counts. */
final class Fields {
    static final int MOST = 200;
    static final int LONGEST_NAME = 64;
    static final int LONGEST_VALUE = 4 << 20;

    private final Map<String, byte[]> values = new HashMap<>();
    private final List<FilePart> files = new ArrayList<>();
    private boolean sound = true;

    /**
     * A file, as a part of the body.
     *
     * @param name as octets too
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record FilePart(byte[] name, byte[] body, int from, int to) {}

    /** Adds one; what is too long, or one too many, spoils all. */
    void add(byte[] name, byte[] value) {
        if (name.length > LONGEST_NAME || value.length > LONGEST_VALUE || values.size() >= MOST) {
            sound = false;
        } else if (name.length > 0) {
            values.put(new String(name, StandardCharsets.ISO_8859_1), value);
        }
    }

    /** Adds a file; one too many spoils all. */
    void addFile(FilePart file) {
        if (file.name().length > LONGEST_VALUE || files.size() >= MOST) {
            sound = false;
        } else {
            files.add(file);
        }
    }

    List<FilePart> files() {
        return files;
    }

    void spoil() {
        sound = false;
    }

    boolean isSound() {
        return sound;
    }

    Map<String, byte[]> values() {
        return values;
    }

    /** Adds what is encoded as forms are: {@code a=1&b=%D0%9F}. */
    void addEncoded(byte[] bytes) {
        int from = 0;
        while (from <= bytes.length && sound) {
            int end = find(bytes, (byte) '&', from, bytes.length);
            if (end > from) {
                int equals = find(bytes, (byte) '=', from, end);
                add(decoded(bytes, from, equals), equals < end ? decoded(bytes, equals + 1, end) : new byte[0]);
            }
            from = end + 1;
        }
    }

    private static int find(byte[] bytes, byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    /** A sign of per cent without two digits behind it stands for itself. */
    private static byte[] decoded(byte[] bytes, int from, int to) {
        byte[] plain = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '%' && i + 2 < to) {
                int high = Character.digit(bytes[i + 1], 16);
                int low = Character.digit(bytes[i + 2], 16);
                if (high >= 0 && low >= 0) {
                    b = (byte) (high << 4 | low);
                    i += 2;
                }
            } else if (b == '+') {
                b = ' ';
            }
            plain[length++] = b;
        }
        return Arrays.copyOf(plain, length);
    }
}
