package io.vestnik.platform.campaigns;

import java.util.Locale;

/** The states of a campaign. */
public enum CampaignState {
    /** Being written. */
    DRAFT,
    /** The audience is being frozen, counted and priced. */
    PREVIEWING,
    /** The preview is there and can be confirmed. */
    PREVIEWED,
    /** Confirmed and paid: messages are made and leave. */
    RUNNING,
    PAUSED,
    CANCELLED,
    /** Every message is final. */
    FINISHED;

    /** The name in the API and in style classes, such as {@code running}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
