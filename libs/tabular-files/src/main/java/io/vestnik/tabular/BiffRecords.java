package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Records of a BIFF8 stream ([MS-XLS] §2.1.4) one after another, each with its continuations; values are little-endian. */
final class BiffRecords implements Closeable {

    /** No more records. */
    static final int END = -1;

    private static final int CONTINUE = 0x3C;

    private final InputStream in;
    private final byte[] head = new byte[4];
    private byte[] data = new byte[1 << 16];
    private int length;
    private int at;
    private int ahead = -2;
    private int aheadLength;
    private long position;

    BiffRecords(InputStream in) {
        this.in = in;
    }

    /** Passes over so many bytes from the beginning of the stream. */
    void skipTo(long offset) throws IOException {
        try {
            in.skipNBytes(offset - position);
        } catch (java.io.EOFException e) {
            throw damaged("a sheet lies behind the end of the workbook", e);
        }
        position = offset;
        ahead = -2;
    }

    /** Goes to the next record that is no continuation; its kind, or {@link #END}. */
    int next() throws IOException {
        while (true) {
            int kind = peek();
            if (kind == END) {
                return END;
            }
            load();
            if (kind != CONTINUE) {
                return kind;
            }
        }
    }

    private int peek() throws IOException {
        if (ahead != -2) {
            return ahead;
        }
        int read = in.readNBytes(head, 0, head.length);
        position += read;
        if (read < head.length) {
            ahead = END;
            return END;
        }
        ahead = (head[0] & 0xFF) | (head[1] & 0xFF) << 8;
        aheadLength = (head[2] & 0xFF) | (head[3] & 0xFF) << 8;
        return ahead;
    }

    private void load() throws IOException {
        length = in.readNBytes(data, 0, aheadLength);
        position += length;
        if (length < aheadLength) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "the workbook breaks off within a record");
        }
        at = 0;
        ahead = -2;
    }

    /** Goes on in the continuation of this record. */
    private void goOn() throws IOException {
        if (peek() != CONTINUE) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a record is shorter than it says");
        }
        load();
    }

    int left() {
        return length - at;
    }

    int unsignedByte() throws IOException {
        while (at == length) {
            goOn();
        }
        return data[at++] & 0xFF;
    }

    int unsignedShort() throws IOException {
        return unsignedByte() | unsignedByte() << 8;
    }

    int integer() throws IOException {
        return unsignedShort() | unsignedShort() << 16;
    }

    double floating() throws IOException {
        return Double.longBitsToDouble(Integer.toUnsignedLong(integer()) | (long) integer() << 32);
    }

    void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            unsignedByte();
        }
    }

    /**
     * A text of so many characters with its flags in front and what its formatting takes behind ([MS-XLS] §2.5.293). Where its
     * characters go on in the next record they begin with flags again.
     */
    String text(int chars) throws IOException {
        int flags = unsignedByte();
        int runs = (flags & 8) == 0 ? 0 : unsignedShort();
        int extension = (flags & 4) == 0 ? 0 : integer();
        boolean wide = (flags & 1) == 1;
        StringBuilder text = new StringBuilder(chars);
        while (text.length() < chars) {
            if (at == length) {
                goOn();
                wide = (unsignedByte() & 1) == 1;
            }
            int width = wide ? 2 : 1;
            int taken = Math.min(chars - text.length(), left() / width);
            if (taken == 0) {
                throw new UnreadableTableException(RefusalReason.DAMAGED, "a text of the workbook breaks off");
            }
            text.append(new String(
                    data, at, taken * width, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
            at += taken * width;
        }
        if (extension < 0) {
            throw new UnreadableTableException(RefusalReason.DAMAGED, "a text of the workbook breaks off");
        }
        skip(runs * 4);
        skip(extension);
        return text.toString();
    }

    private static UnreadableTableException damaged(String detail, Throwable cause) {
        return new UnreadableTableException(RefusalReason.DAMAGED, detail, cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
