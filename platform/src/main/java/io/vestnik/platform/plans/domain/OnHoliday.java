package io.vestnik.platform.plans.domain;

import java.util.Locale;

/** What becomes of a run that falls on a holiday. An ordinary Saturday or Sunday is no holiday: who chose it meant it. */
public enum OnHoliday {
    /** It takes place. */
    RUN,
    /** It is left out. */
    SKIP,
    /** It takes place on the next working day, at the same time; together with what that day has anyway, once. */
    MOVE;

    /** The name in forms and bundles, such as {@code move}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
