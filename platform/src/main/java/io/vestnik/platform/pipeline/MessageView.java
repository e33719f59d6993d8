package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.sms.Body;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its owner sees it.
 *
 * @param text what is kept of its body as letters: of octets hexadecimal digits, the header first, 00 where there is none; none once the
 *     term of keeping texts is over, and none of a {@link Feedback#SECRET} message
 * @param coding of its body, as {@link Body.Size#coding} has it
 * @param price what the owner pays for all parts when it is charged
 * @param error the network's code of a failure, or our own word
 */
public record MessageView(
        MessageId id,
        AccountId account,
        @Nullable CampaignId campaign,
        Way way,
        String sender,
        String recipient,
        @Nullable String text,
        int coding,
        int parts,
        String mccMnc,
        Money price,
        MessageState state,
        @Nullable String error,
        @Nullable String reference,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant finalAt) {
    public Body.Kind kind() {
        return Body.Kind.of(coding);
    }

    /** What it brings; none once the term of keeping texts is over. */
    public @Nullable Body body() {
        return text == null ? null : Body.of(text, coding);
    }
}
