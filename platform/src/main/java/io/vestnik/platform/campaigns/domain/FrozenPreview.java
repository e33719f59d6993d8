package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.TrafficType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a preview froze beside its recipients.
 *
 * @param personal whether each recipient reads a text of their own
 * @param tally what was counted; none while it is being counted
 */
public record FrozenPreview(
        CampaignId campaign,
        int number,
        AccountId account,
        String sender,
        String text,
        boolean personal,
        TrafficType type,
        JobId job,
        Instant createdAt,
        @Nullable Tally tally) {}
