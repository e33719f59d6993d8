package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.pipeline.MessageMark;
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
     * @param job the job that queues them; none where it was begun before jobs were noted
     * @param nextAt when more of them are due; none where nothing is waited for
     * @param pausedAt since when it stands; none while it does not
     * @param held whether what is in the queue waits for the next hours
     */
    public record Expansion(
            Instant confirmedAt,
            @Nullable UserId confirmedBy,
            long hold,
            Instant validUntil,
            String through,
            long enqueued,
            boolean complete,
            @Nullable JobId job,
            @Nullable Instant nextAt,
            @Nullable Instant pausedAt,
            boolean held) {
        /** Whether it is this job that queues them. */
        boolean isDoneBy(JobId other) {
            return job == null || job.equals(other);
        }

        /** At its very beginning. */
        static Expansion begun(Instant at, @Nullable UserId by, long hold, Instant validUntil) {
            return new Expansion(at, by, hold, validUntil, "", 0, false, null, null, null, false);
        }
    }

    /** Whether another time may be set for its beginning: it is confirmed, and nobody of it is queued yet. */
    public boolean mayMove() {
        return expansion != null
                && !expansion.complete()
                && expansion.enqueued() == 0
                && (state == CampaignState.SCHEDULED || state == CampaignState.PAUSED);
    }

    /** As others see it, with these counts of messages by state and by what recipients did. */
    public Campaign shown(Map<MessageState, Long> counts, Map<MessageMark, Long> marks) {
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
                marks,
                createdAt,
                expansion == null ? null : expansion.confirmedAt(),
                expansion == null ? null : expansion.nextAt(),
                finishedAt,
                trouble);
    }
}
