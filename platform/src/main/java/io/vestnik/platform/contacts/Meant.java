package io.vestnik.platform.contacts;

import io.vestnik.platform.kernel.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are meant: those that match all of it.
 *
 * @param search words or digits; may be empty
 * @param group a group made by hand or a segment
 * @param operator the network's code
 * @param rule on what {@link Choosing} knows
 */
public record Meant(
        String search,
        @Nullable GroupId group,
        @Nullable String operator,
        @Nullable String region,
        Rule rule) {
    /** Every contact. */
    public static final Meant ALL = new Meant("", null, null, null, Rule.NONE);
}
