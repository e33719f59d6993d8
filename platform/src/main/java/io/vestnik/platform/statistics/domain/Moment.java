package io.vestnik.platform.statistics.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An hour in which something happened to messages.
 *
 * @param mark what recipients did; none for deliveries
 */
public record Moment(
        AccountId account,
        Instant hour,
        @Nullable CampaignId campaign,
        @Nullable MessageMark mark) {}
