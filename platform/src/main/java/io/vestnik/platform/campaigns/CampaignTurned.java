package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.util.Locale;

/**
 * A campaign took a turn while nobody had to watch it, and whoever may send should know.
 *
 * @param name as the person called it; may be empty
 */
public record CampaignTurned(AccountId account, CampaignId campaign, String name, Turn turn) {
    /** Which. */
    public enum Turn {
        /** It stands: more of it was not delivered than it bears. */
        STOPPED,
        /** It waited for money, and goes now. */
        PAID,
        /** It waits for money, there is enough now, and only a person may send it. */
        PAYABLE,
        /** It was to go by itself once there was money; there is, and it cannot be sent as it stands. */
        REFUSED;

        /** The name in bundles, such as {@code stopped}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
