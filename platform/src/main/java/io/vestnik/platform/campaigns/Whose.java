package io.vestnik.platform.campaigns;

import java.util.Locale;

/** By whose wall clock a time is meant. */
public enum Whose {
    /** In the zone of the account that sends. */
    ACCOUNT,
    /** In the zone of each recipient, as the numbering plan tells it. */
    RECIPIENT;

    /** The name in the API and in forms, such as {@code account}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
