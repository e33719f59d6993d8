package io.vestnik.platform.channels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One unit of a protocol as people read it: what is on the wire, and what that means.
 *
 * @param name as the protocol calls it, such as {@code submit_sm}
 * @param octets all of it
 * @param fields in the order of the wire
 */
public record Described(String name, Octets octets, List<Field> fields) {
    public Described {
        fields = List.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param name as the protocol calls it, such as {@code esm_class}
     * @param value as it stands there
     * @param meaning what the standard says that it means; none where the value speaks for itself
     */
    public record Field(String name, String value, @Nullable String meaning) {
        /** One that needs no explanation. */
        public static Field of(String name, String value) {
            return new Field(name, value, null);
        }
    }
}
