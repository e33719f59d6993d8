package io.vestnik.platform.campaigns.domain;

import java.time.Duration;

/** How much a campaign may hold. */
public final class Limits {
    /** Letters of a name. */
    public static final int NAME = 100;
    /** Letters of a text before anything is put in. */
    public static final int TEXT = 4_000;
    /** Parts of a text as one recipient reads it. */
    public static final int PARTS = 10;

    public static final int GROUPS = 100;
    /** Numbers typed by hand. */
    public static final int PHONES = 10_000;
    /** Labels of one campaign. */
    public static final int TAGS = 20;
    /** Letters of a label. */
    public static final int TAG = 40;
    /** Letters of one typed number that are kept. */
    public static final int PHONE = 64;

    public static final Duration SHORTEST_VALIDITY = Duration.ofMinutes(1);
    public static final Duration LONGEST_VALIDITY = Duration.ofDays(3);
    /** For how long a preview may be confirmed: prices and people change. */
    public static final Duration PREVIEW = Duration.ofDays(1);

    /** How far ahead a campaign may be scheduled. */
    public static final Duration FARTHEST = Duration.ofDays(366);
    /** Over how long a campaign may be spread. */
    public static final Duration LONGEST_SPREAD = Duration.ofDays(31);
    /** The fastest that an hour may be told to go. */
    public static final int FASTEST = 10_000_000;

    /** How far back is looked how often somebody was written to: so long audiences are kept. */
    public static final int CAP_DAYS = 30;

    private Limits() {}
}
