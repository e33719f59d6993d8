package io.vestnik.platform.plans;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;

/** The days off that an account adds to the calendar of its country. */
public interface OwnDaysOff {
    /** How many an account may add. */
    int MOST = 366;
    /** The letters of a name. */
    int LONGEST_NAME = 100;

    /** From the earliest on. */
    List<Day> days(AccountId account);

    /** Adds a day, or gives it another name; false when there are too many. */
    boolean put(Who who, Day day);

    /** False when it is none. */
    boolean remove(Who who, LocalDate day);

    /**
     * A day off.
     *
     * @param name at most {@link #LONGEST_NAME} letters; may be empty
     */
    record Day(LocalDate day, String name) {
        /** Whether it is a day that is kept. */
        public static boolean isKept(LocalDate day) {
            return day.getYear() >= 2000 && day.getYear() < 2200;
        }
    }
}
