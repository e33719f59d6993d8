package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that is checked, counted, priced and routed: ready to be stored.
 *
 * @param text what is kept of its body as letters
 * @param bodyId the shared text; its own {@code text} is not stored then
 * @param encoding of its body, as {@link io.vestnik.sms.Body.Size#coding} has it
 * @param quote the number of its prices in the {@link QuoteBook}
 * @param price what the owner pays for all parts
 * @param sendAt when it may leave; none: now
 */
public record Priced(
        MessageId id,
        Origin origin,
        String recipient,
        @Nullable String text,
        @Nullable Long bodyId,
        int parts,
        int encoding,
        String mccMnc,
        @Nullable String region,
        Money price,
        long quote,
        int lane,
        Instant validUntil,
        @Nullable Instant sendAt) {

    /** Where messages come from: the same for many. */
    public record Origin(
            AccountId account,
            @Nullable UserId user,
            Way way,
            TrafficType type,
            @Nullable CampaignId campaign,
            String sender,
            Feedback feedback) {}
}
