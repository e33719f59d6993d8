package io.vestnik.platform.api;

import io.vestnik.platform.api.Refusals.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
final class Pages {
    /** The most lines of a page. */
    static final int MOST = 1_000;

    private static final int LONGEST = 300;

    private Pages() {}

    /** Adds what is wrong with the cursor, as lists give them out, or with the number of lines. */
    static void check(@Nullable String cursor, int limit, List<FieldError> errors) {
        if (limit < 1 || limit > MOST) {
            errors.add(new FieldError("/limit", "out_of_range", "1 to " + MOST));
        }
        if (cursor != null && (cursor.isBlank() || cursor.length() > LONGEST || cursor.indexOf('\0') >= 0)) {
            errors.add(new FieldError("/cursor", "not_a_cursor", null));
        }
    }
}
