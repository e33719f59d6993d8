package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are meant: those that match all of it.
 *
 * @param search words or digits, as typed; may be empty
 * @param operator the network's code
 */
public record ContactFilter(
        String search,
        @Nullable GroupId group,
        @Nullable String operator,
        @Nullable String region) {
    /** Every contact. */
    public static final ContactFilter ALL = new ContactFilter("", null, null, null);

    private static final int LONGEST = 100;

    public ContactFilter {
        search = search.strip();
        search = search.length() <= LONGEST ? search : search.substring(0, LONGEST);
    }

    /** The digits, when a phone was typed; empty when it was words. */
    public String digits() {
        boolean phone = search.chars().allMatch(c -> Character.isDigit(c) || " +()-.\u00a0".indexOf(c) >= 0);
        return phone ? search.replaceAll("\\D", "") : "";
    }
}
