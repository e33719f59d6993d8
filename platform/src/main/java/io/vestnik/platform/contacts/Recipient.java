package io.vestnik.platform.contacts;

import java.util.Map;

/**
 * One person of an audience.
 *
 * @param phone digits, 7 to 15
 * @param fields values by field, such as {@code name}, as they are kept: a day as {@code 2026-11-22}, a number as {@code 1204.5};
 *     texts know how to say them; none empty
 */
public record Recipient(String phone, Map<String, String> fields) {
    public Recipient {
        fields = Map.copyOf(fields);
    }
}
