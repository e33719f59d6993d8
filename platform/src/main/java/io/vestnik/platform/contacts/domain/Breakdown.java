package io.vestnik.platform.contacts.domain;

import java.time.Instant;
import java.util.List;

/**
 * How many contacts have each value of something, as of a moment.
 *
 * @param parts at most {@link #MOST}, in the order in which they are shown
 */
public record Breakdown(List<Part> parts, Instant at) {
    /** How many values are told apart; the rest are counted together under {@link #OTHERS}. */
    public static final int MOST = 40;

    /** The value of all that are not told apart. */
    public static final String OTHERS = "…";

    /**
     * A value and how many have it.
     *
     * @param value as conditions compare it; empty for those without one
     * @param name as people read it, where it is not the value
     */
    public record Part(String value, String name, long people) {}

    public Breakdown {
        parts = List.copyOf(parts);
    }

    /** What the base may be broken down by, besides fields of an account's own. */
    public enum By {
        OPERATOR,
        REGION,
        SEX,
        /** Bands: the value is the least age of the band. */
        AGE,
        /** Months of the account's zone, as {@code 2026-11}. */
        ADDED
    }
}
