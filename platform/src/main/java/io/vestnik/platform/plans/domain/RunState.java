package io.vestnik.platform.plans.domain;

import java.util.Locale;

/** What came of a run. Stored by its number, which never changes. */
public enum RunState {
    /** Its time has come, or is about to. */
    DUE(1),
    /** Its campaign is there, and the audience is being counted and priced. */
    COUNTING(2),
    /** Its campaign was confirmed. */
    SENT(3),
    /** Nobody could pay for it: the campaign waits among those that wait for money. */
    NO_MONEY(4),
    /** Nobody was left of its audience. */
    NOBODY(5),
    /** Its message cannot be sent as it stands. */
    REFUSED(6),
    /** Its time passed while nobody could run it. */
    MISSED(7),
    /** It failed, and the reason is ours. */
    FAILED(8),
    /** Somebody paused or deleted the plan, or took the campaign away, before it was confirmed. */
    WITHDRAWN(9),
    /** It is larger than one person may send: the campaign waits among those that wait for a second one's yes. */
    AWAITING_APPROVAL(10);

    private final int number;

    RunState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in bundles and addresses, such as {@code no_money}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more becomes of it by itself. */
    public boolean isOver() {
        return this != DUE && this != COUNTING;
    }

    /** Whether its campaign lies there, for a person to send. */
    public boolean mayBeSentLater() {
        return this == NO_MONEY || this == AWAITING_APPROVAL;
    }

    /** Whether people must be told whatever the plan: it was to be sent, and was not. */
    public boolean isTrouble() {
        return this == NO_MONEY || this == REFUSED || this == MISSED || this == FAILED;
    }

    /** The state stored under this number; an unknown one is refused. */
    public static RunState ofNumber(int number) {
        for (RunState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a run: " + number);
    }
}
