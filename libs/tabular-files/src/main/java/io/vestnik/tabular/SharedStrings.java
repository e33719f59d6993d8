package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook point to by number, read as far as they are asked for: a preview need not read them all.
 * The first ones stay in the heap, they are the most used; the others of a large workbook go to a temporary file.
 */
final class SharedStrings implements Closeable {

    private static final int CHARS_IN_HEAP = 512 * 1024;
    private static final int STRINGS_IN_HEAP = 20_000;

    private final ReadLimits limits;
    private final @Nullable XmlCursor xml;
    private final List<String> first = new ArrayList<>();
    private int firstChars;
    private @Nullable SpilledStrings rest;
    private boolean finished;

    /** {@code xml} stands before the part's first element; null where the workbook has no such part. */
    SharedStrings(@Nullable XmlCursor xml, ReadLimits limits) {
        this.xml = xml;
        this.limits = limits;
        this.finished = xml == null;
    }

    /** The text of a number; refuses one beyond the list. */
    String get(int number) throws IOException {
        while (number >= size() && !finished) {
            readNext();
        }
        if (number < 0 || number >= size()) {
            throw new UnreadableTableException(
                    RefusalReason.DAMAGED, "a cell points to text " + number + " of " + size());
        }
        if (number < first.size()) {
            return first.get(number);
        }
        return spilled().get(number - first.size());
    }

    private int size() {
        return first.size() + (rest == null ? 0 : rest.size());
    }

    private SpilledStrings spilled() throws IOException {
        SpilledStrings there = rest;
        if (there == null) {
            there = new SpilledStrings();
            rest = there;
        }
        return there;
    }

    private void readNext() throws IOException {
        XmlCursor cursor = xml;
        if (cursor == null) {
            return;
        }
        while (cursor.nextElement()) {
            if (cursor.name().equals("si")) {
                add(cursor.texts("si", limits.cellChars()));
                return;
            }
        }
        finished = true;
    }

    private void add(String text) throws IOException {
        if (rest == null && first.size() < STRINGS_IN_HEAP && firstChars + text.length() <= CHARS_IN_HEAP) {
            first.add(text);
            firstChars += text.length();
        } else {
            spilled().add(text);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (xml != null) {
                xml.close();
            }
        } finally {
            if (rest != null) {
                rest.close();
            }
        }
    }
}
