package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The texts that cells of a workbook point to by number, read as far as they are asked for: a preview need not read them all. */
final class SharedStrings implements Closeable {

    private final ReadLimits limits;
    private final @Nullable XmlCursor xml;
    private final TextList texts = new TextList();
    private boolean finished;

    /** {@code xml} stands before the part's first element; null where the workbook has no such part. */
    SharedStrings(@Nullable XmlCursor xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
        this.finished = xml == null;
    }

    /** The text of a number; refuses one beyond the list. */
    String get(int number) throws IOException {
        while (number >= texts.size() && !finished) {
            readNext();
        }
        return texts.get(number);
    }

    private void readNext() throws IOException {
        XmlCursor cursor = xml;
        if (cursor == null) {
            return;
        }
        while (cursor.nextElement()) {
            if (cursor.name().equals("si")) {
                texts.add(cursor.texts("si", limits.cellChars()));
                return;
            }
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        try {
            if (xml != null) {
                xml.close();
            }
        } finally {
            texts.close();
        }
    }
}
