package io.vestnik.tabular;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table of texts of a BIFF8 workbook being written (SST and its continuations); texts met of late are written once. */
final class XlsTexts implements Closeable {

    private static final int SST = 0xFC;
    private static final int CONTINUE = 0x3C;
    private static final int COUNTS_AT = 4;
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_REMEMBERED = 100;

    private final Spool spool = new Spool();
    private final BiffRecord record = new BiffRecord();
    private final Map<String, Integer> recent = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private int texts;
    private int uses;

    XlsTexts() throws IOException {
        record.begin(SST).zeros(8);
    }

    /** The number of a text. */
    int number(String text) throws IOException {
        uses++;
        Integer known = recent.get(text);
        if (known != null) {
            return known;
        }
        write(text);
        if (text.length() <= LONGEST_REMEMBERED) {
            recent.put(text, texts);
        }
        return texts++;
    }

    /** The head of a text stands in one record; its characters may go on in the next, behind flags of their own. */
    private void write(String text) throws IOException {
        if (record.size() + 5 > BiffRecord.MOST) {
            goOn();
        }
        record.u16(text.length()).u8(1);
        for (int i = 0; i < text.length(); i++) {
            if (record.size() + 2 > BiffRecord.MOST) {
                goOn();
                record.u8(1);
            }
            record.u16(text.charAt(i));
        }
    }

    private void goOn() throws IOException {
        record.end(spool);
        record.begin(CONTINUE);
    }

    /** How many bytes it will take. */
    long size() {
        return spool.size() + record.size() + 4;
    }

    /** Writes everything; nothing is added after it. */
    void writeTo(OutputStream out) throws IOException {
        record.end(spool);
        // The counts are known only now, and stand in the first record.
        OutputStream counted = new FilterOutputStream(out) {
            private long at;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (at == 0) {
                    put(bytes, offset + COUNTS_AT, uses);
                    put(bytes, offset + COUNTS_AT + 4, texts);
                }
                at += length;
                out.write(bytes, offset, length);
            }
        };
        spool.copyTo(counted);
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (8 * i));
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
