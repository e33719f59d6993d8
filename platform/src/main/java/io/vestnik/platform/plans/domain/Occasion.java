package io.vestnik.platform.plans.domain;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/** What a plan runs by. */
public sealed interface Occasion {
    /** By a calendar, for everybody at once. */
    record Calendar(Schedule schedule) implements Occasion {}

    /**
     * By a date of each person, once a year each.
     *
     * @param field the date: {@code birthday}, or a field of the account's own, such as {@code f12}
     * @param offset so many days after it; before it when negative
     * @param time of the clock where the person is
     * @param leapDay when those of 29 February are meant in a year without one
     * @param zone of those whose zone is not known
     */
    record Anniversary(String field, int offset, LocalTime time, LeapDay leapDay, ZoneId zone) implements Occasion {
        /** How many days before or after. */
        public static final int FARTHEST = 180;

        public Anniversary {
            if (!isField(field) || Math.abs(offset) > FARTHEST) {
                throw new IllegalArgumentException("Not an occasion: " + field + " " + offset);
            }
        }

        /** Whether that can be the name of a date. */
        public static boolean isField(String name) {
            return name.matches("birthday|f\\d{1,18}");
        }
    }

    /** When those of 29 February are meant in a year without one. */
    enum LeapDay {
        FEBRUARY,
        MARCH;

        /** The name in forms and bundles, such as {@code february}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
