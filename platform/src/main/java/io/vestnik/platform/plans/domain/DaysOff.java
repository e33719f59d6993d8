package io.vestnik.platform.plans.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.OwnDaysOff;
import java.time.LocalDate;
import java.util.List;

/** Days off that accounts added to the production calendar. */
public interface DaysOff {
    /** From the earliest on. */
    List<DayOff> list(AccountId account);

    /** Adds it, or gives it another name. */
    void put(AccountId account, DayOff day);

    /** False when there is none. */
    boolean remove(AccountId account, LocalDate day);

    /**
     * A day off.
     *
     * @param name of at most {@link #LONGEST} letters; may be empty
     */
    record DayOff(LocalDate day, String name) {
        public static final int LONGEST = OwnDaysOff.LONGEST_NAME;

        public DayOff {
            if (name.length() > LONGEST) {
                throw new IllegalArgumentException("A name is longer than " + LONGEST);
            }
        }
    }
}
