package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list; a part that is not given does not narrow.
 *
 * @param recipientPrefix digits the recipient's number starts with
 */
public record MessageFilter(
        @Nullable CampaignId campaign,
        @Nullable MessageState state,
        @Nullable String recipientPrefix) {
    /** Everything of the account. */
    public static final MessageFilter ALL = new MessageFilter(null, null, null);
}
