package io.vestnik.platform.plans.domain;

import java.util.Locale;

/** The states of a plan. Stored by their number, which never changes. */
public enum PlanState {
    /** It runs at its times. */
    ACTIVE(1),
    /** A person stopped it; what falls into that time is not made up for. */
    PAUSED(2),
    /** Its last time is past. */
    OVER(3),
    /** It was deleted, and can be brought back for a while. */
    GONE(4);

    private final int number;

    PlanState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in addresses and style classes, such as {@code active}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state stored under this number; an unknown one is refused. */
    public static PlanState ofNumber(int number) {
        for (PlanState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a plan: " + number);
    }
}
