package io.vestnik.platform.accounts.persistence;

import org.jspecify.annotations.Nullable;

/** Reads the cursor of a list; one that is not ours asks for the first page. */
final class Cursor {

    private static final int LONGEST = 18;

    private Cursor() {}

    static long number(@Nullable String after, long first) {
        return after == null
                        || after.isEmpty()
                        || after.length() > LONGEST
                        || !after.chars().allMatch(c -> c >= '0' && c <= '9')
                ? first
                : Long.parseLong(after);
    }
}
