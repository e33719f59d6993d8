package io.vestnik.tabular;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters of a text file: without the byte order mark, refused at the first NUL, which no text has. */
final class PlainChars extends FilterReader {

    private boolean begun;

    PlainChars(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int got = in.read(buffer, offset, length);
        if (!begun && got > 0) {
            begun = true;
            if (buffer[offset] == '\uFEFF') {
                System.arraycopy(buffer, offset + 1, buffer, offset, --got);
                if (got == 0) {
                    return read(buffer, offset, length);
                }
            }
        }
        for (int i = offset; i < offset + got; i++) {
            if (buffer[i] == 0) {
                throw new UnreadableTableException(RefusalReason.NOT_A_TABLE, "binary data: a NUL character");
            }
        }
        return got;
    }
}
