package io.vestnik.platform.kernel;

/**
 * What one field of a row must be, as a person asks for it. The field is a name that the list declares, never a piece of SQL.
 *
 * @param value what to compare with: a text, a plain decimal number, a day or a moment in ISO 8601, a count of days; empty where nothing
 *     is compared
 */
public record Condition(String field, Test test, String value) {

    private static final int LONGEST = 200;

    public Condition {
        if (!field.matches("[a-z0-9_]{1,40}") || value.length() > LONGEST) {
            throw new IllegalArgumentException("Not a condition on a field: " + field);
        }
    }

    /** How a field is compared; texts without regard to case. */
    public enum Test {
        IS,
        IS_NOT,
        /** The text has these letters somewhere. */
        HAS,
        STARTS,
        MORE,
        LESS,
        /** At this day or moment, or later. */
        SINCE,
        BEFORE,
        /** At most so many days ago, today counted as none. */
        WITHIN,
        /** More than so many days ago. */
        OLDER,
        /** The day of the year comes within so many days, today counted as none. */
        SOON,
        EMPTY,
        FILLED;

        /** Whether it compares with a count of days. */
        public boolean countsDays() {
            return this == WITHIN || this == OLDER || this == SOON;
        }

        /** Whether it compares with nothing. */
        public boolean bare() {
            return this == EMPTY || this == FILLED;
        }

        /** As an address writes it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
