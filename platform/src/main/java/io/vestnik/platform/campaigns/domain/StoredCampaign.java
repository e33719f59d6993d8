package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is stored.
 *
 * @param preview the number of the newest preview, 0 before the first
 * @param expansion how far its messages are made; none before it is confirmed
 * @param trouble why it stopped by itself, or none
 */
public record StoredCampaign(
        CampaignId id,
        AccountId account,
        CampaignState state,
        int version,
        int preview,
        Draft draft,
        long recipients,
        Money cost,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant finishedAt,
        @Nullable String trouble,
        @Nullable Expansion expansion) {

    /**
     * A confirmed campaign on its way into the queue.
     *
     * @param hold the ledger transaction that paid
     * @param through the phone up to which everybody is queued
     * @param complete whether nobody is left to be queued
     */
    public record Expansion(
            Instant confirmedAt,
            @Nullable UserId confirmedBy,
            long hold,
            Instant validUntil,
            String through,
            long enqueued,
            boolean complete) {}

    /** As others see it, with these counts. */
    public Campaign shown(Map<MessageState, Long> counts) {
        return new Campaign(
                id,
                account,
                state,
                version,
                preview,
                draft,
                recipients,
                cost,
                counts,
                createdAt,
                expansion == null ? null : expansion.confirmedAt(),
                finishedAt);
    }
}
