package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Way;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one account, campaign and price that moved together: what money has to follow.
 *
 * @param messages how many
 * @param parts of all of them
 * @param seconds from acceptance to this move, of all of them together
 */
public record Settled(
        AccountId account,
        @Nullable CampaignId campaign,
        Way way,
        long quote,
        MessageState from,
        MessageState to,
        int messages,
        long parts,
        double seconds) {

    /** The cause under which the hold was made. */
    public String cause() {
        return campaign == null ? way.code() : "campaign " + campaign;
    }
}
