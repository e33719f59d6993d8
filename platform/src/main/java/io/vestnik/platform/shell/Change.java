package io.vestnik.platform.shell;

import org.jspecify.annotations.Nullable;

/** A field before and after, as the person reads it; null where there was nothing. */
public record Change(
        String field, @Nullable String before, @Nullable String after) {

    /** Whether the two sides differ. */
    public boolean differs() {
        return !java.util.Objects.equals(before, after);
    }
}
