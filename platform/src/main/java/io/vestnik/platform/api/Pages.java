package io.vestnik.platform.api;

import io.vestnik.platform.api.Refusals.FieldError;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for. */
final class Pages {
    /** The most lines of a page. */
    static final int MOST = 1_000;

    private static final int LONGEST = 300;

    private Pages() {}

    /** Adds what is wrong with the cursor, as lists give them out, or with the number of lines. */
    static void check(@Nullable String cursor, int limit, List<FieldError> errors) {
        check(cursor, Pages::mayBeGiven, limit, MOST, errors);
    }

    /**
     * The same where more is known of cursors, or where there are fewer lines.
     *
     * @param given whether the list gives such cursors out
     * @param most the most lines of a page
     */
    static void check(@Nullable String cursor, Predicate<String> given, int limit, int most, List<FieldError> errors) {
        if (limit < 1 || limit > most) {
            errors.add(new FieldError("/limit", "out_of_range", "1 to " + most));
        }
        if (cursor != null && !given.test(cursor)) {
            errors.add(new FieldError("/cursor", "not_a_cursor", null));
        }
    }

    private static boolean mayBeGiven(String cursor) {
        return !cursor.isBlank() && cursor.length() <= LONGEST && cursor.indexOf('\0') < 0;
    }
}
