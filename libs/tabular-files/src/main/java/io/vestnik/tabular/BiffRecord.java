package io.vestnik.tabular;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One record of BIFF8 being made; values are little-endian. Used again for the next one. */
final class BiffRecord {

    /** A record holds no more; longer ones go on in continuations. */
    static final int MOST = 8_224;

    private byte[] bytes = new byte[256];
    private int length;

    BiffRecord begin(int kind) {
        length = 0;
        return u16(kind).u16(0);
    }

    BiffRecord u8(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
        return this;
    }

    BiffRecord u16(int value) {
        return u8(value).u8(value >>> 8);
    }

    BiffRecord u32(int value) {
        return u16(value).u16(value >>> 16);
    }

    BiffRecord f64(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return u32((int) bits).u32((int) (bits >>> 32));
    }

    /** Flags and characters of a text; its length stands in front of it, in as many bytes as the place wants. */
    BiffRecord chars(String text) {
        u8(1);
        for (byte one : text.getBytes(StandardCharsets.UTF_16LE)) {
            u8(one);
        }
        return this;
    }

    BiffRecord zeros(int count) {
        for (int i = 0; i < count; i++) {
            u8(0);
        }
        return this;
    }

    /** How long the data are so far. */
    int size() {
        return length - 4;
    }

    void end(Spool spool) throws IOException {
        bytes[2] = (byte) size();
        bytes[3] = (byte) (size() >>> 8);
        spool.write(bytes, length);
    }
}
