package io.vestnik.platform.contacts;

import java.util.Map;

/**
 * One person of an audience.
 *
 * @param phone digits, 7 to 15
 * @param fields values by field, such as {@code name}; none empty
 */
public record Recipient(String phone, Map<String, String> fields) {
    public Recipient {
        fields = Map.copyOf(fields);
    }
}
