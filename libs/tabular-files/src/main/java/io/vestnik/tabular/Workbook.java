package io.vestnik.tabular;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** A file with sheets: its cells stand in an encoding of its own, and nothing separates them. */
interface Workbook extends TabularFile {
    @Override
    default Optional<Charset> charset() {
        return Optional.empty();
    }

    @Override
    default Optional<Character> separator() {
        return Optional.empty();
    }

    /** Whether any of its sheets has a row. */
    default boolean hasAnything() throws IOException {
        for (String sheet : sheets()) {
            try (Rows rows = rows(sheet)) {
                if (rows.hasNext()) {
                    return true;
                }
            }
        }
        return false;
    }
}
