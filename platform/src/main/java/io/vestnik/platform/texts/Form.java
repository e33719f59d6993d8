package io.vestnik.platform.texts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a value as one placeholder asks for it; safe to share between threads. */
@FunctionalInterface
interface Form {
    /** Appends what the recipient reads; false, and nothing appended, when there is no value. */
    boolean append(StringBuilder text, Map<String, String> values);

    /** The value of a field; null where it is missing or blank. */
    static @Nullable String filled(Map<String, String> values, String field) {
        String value = values.get(field);
        return value == null || value.isBlank() ? null : value;
    }

    /** A value as it is kept. */
    record Kept(String field) implements Form {
        @Override
        public boolean append(StringBuilder text, Map<String, String> values) {
            String value = filled(values, field);
            if (value == null) {
                return false;
            }
            text.append(value);
            return true;
        }
    }

    /** A word for each value; a value without one stands as it is. */
    record Worded(String field, Map<String, String> words) implements Form {
        public Worded {
            words = Map.copyOf(words);
        }

        @Override
        public boolean append(StringBuilder text, Map<String, String> values) {
            String value = filled(values, field);
            if (value == null) {
                return false;
            }
            text.append(words.getOrDefault(value, value));
            return true;
        }
    }

    /** A name and what stands beside it; the name alone where there is nothing beside it, and nothing without a name. */
    record Beside(String field, String other) implements Form {
        @Override
        public boolean append(StringBuilder text, Map<String, String> values) {
            String value = filled(values, field);
            if (value == null) {
                return false;
            }
            text.append(value);
            String beside = filled(values, other);
            if (beside != null) {
                text.append(' ').append(beside);
            }
            return true;
        }
    }
}
