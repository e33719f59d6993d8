package io.vestnik.platform.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of a form, in the words of the page; put into the model under {@code errors}. */
public record FieldErrors(Map<String, String> byField) {

    public FieldErrors {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    /** Nothing is wrong. */
    public static FieldErrors none() {
        return new FieldErrors(Map.of());
    }

    /** The same faults and one more; the first fault of a field stays. */
    public FieldErrors and(String field, String text) {
        Map<String, String> more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, text);
        return new FieldErrors(more);
    }

    /** What is wrong with the field; null when nothing is. */
    public @Nullable String of(String field) {
        return byField.get(field);
    }

    /** Whether this is said at one of the fields already. */
    public boolean says(String text) {
        return byField.containsValue(text);
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !byField.isEmpty();
    }
}
