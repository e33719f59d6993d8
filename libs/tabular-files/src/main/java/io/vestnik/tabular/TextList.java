package io.vestnik.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts by number: the first ones stay in the heap, they are the most used; the others go to a temporary file. */
final class TextList implements Closeable {

    private static final int CHARS_IN_HEAP = 512 * 1024;
    private static final int STRINGS_IN_HEAP = 20_000;

    private final List<String> first = new ArrayList<>();
    private int firstChars;
    private @Nullable SpilledStrings rest;

    int size() {
        return first.size() + (rest == null ? 0 : rest.size());
    }

    void add(String text) throws IOException {
        SpilledStrings spilled = rest;
        if (spilled == null && first.size() < STRINGS_IN_HEAP && firstChars + text.length() <= CHARS_IN_HEAP) {
            first.add(text);
            firstChars += text.length();
            return;
        }
        if (spilled == null) {
            spilled = new SpilledStrings();
            rest = spilled;
        }
        spilled.add(text);
    }

    /** The text of a number; refuses one beyond the list. */
    String get(int number) throws IOException {
        if (number < 0 || number >= size()) {
            throw new UnreadableTableException(
                    RefusalReason.DAMAGED, "a cell points to text " + number + " of " + size());
        }
        SpilledStrings spilled = rest;
        return number < first.size() || spilled == null ? first.get(number) : spilled.get(number - first.size());
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
        }
    }
}
