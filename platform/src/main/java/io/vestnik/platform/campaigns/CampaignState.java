package io.vestnik.platform.campaigns;

import java.util.Locale;

/** The states of a campaign. Stored by their number, which never changes. */
public enum CampaignState {
    /** Being written. */
    DRAFT(1),
    /** The audience is being frozen, counted and priced. */
    PREVIEWING(2),
    /** The preview is there and can be confirmed. */
    PREVIEWED(3),
    /** Confirmed and paid: messages are made and leave. */
    RUNNING(4),
    PAUSED(5),
    CANCELLED(6),
    /** Every message is final. */
    FINISHED(7),
    /** Confirmed and paid; its time has not come. */
    SCHEDULED(8),
    /** Previewed, and put aside until there is money for it. */
    AWAITING_PAYMENT(9),
    /** Previewed, and to be sent once a second person says yes. */
    AWAITING_APPROVAL(10);

    private final int number;

    CampaignState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API and in style classes, such as {@code running}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was never confirmed, so that it may be changed. */
    public boolean isOpen() {
        return this == DRAFT
                || this == PREVIEWING
                || this == PREVIEWED
                || this == AWAITING_PAYMENT
                || this == AWAITING_APPROVAL;
    }

    /** Whether it was confirmed and is not over, so that it may be cancelled. */
    public boolean isOnItsWay() {
        return this == SCHEDULED || this == RUNNING || this == PAUSED;
    }

    /** The state stored under this number; an unknown one is refused. */
    public static CampaignState ofNumber(int number) {
        for (CampaignState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a campaign: " + number);
    }
}
