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
 * Something that happened to a message, with all that a subscriber needs, so that nobody joins the message's row.
 *
 * @param from the state before; none when it was accepted
 * @param recipient digits
 * @param price what the owner pays for all parts when it is charged
 * @param charged what this very fact debited from the owner; nothing for most
 * @param mark what the recipient did, where that is what happened: the state is the same before and after
 * @param kind what the message brings
 */
public record MessageFact(
        MessageId message,
        AccountId account,
        @Nullable CampaignId campaign,
        Way way,
        String sender,
        String recipient,
        String mccMnc,
        @Nullable MessageState from,
        MessageState to,
        @Nullable String error,
        int parts,
        Money price,
        Money charged,
        Feedback feedback,
        Instant at,
        @Nullable MessageMark mark,
        Body.Kind kind) {}
