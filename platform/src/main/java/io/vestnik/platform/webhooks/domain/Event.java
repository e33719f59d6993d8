package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told: a message has come into a state, or its recipient did something with it.
 *
 * @param state in which it is
 * @param mark what the recipient did, where that is what is told
 */
public record Event(
        MessageId message,
        @Nullable CampaignId campaign,
        String sender,
        String recipient,
        @Nullable String reference,
        MessageState state,
        @Nullable String error,
        int parts,
        Money price,
        Instant at,
        @Nullable MessageMark mark) {

    static Event of(MessageFact fact) {
        return new Event(
                fact.message(),
                fact.campaign(),
                fact.sender(),
                fact.recipient(),
                fact.feedback().reference(),
                fact.to(),
                fact.error(),
                fact.parts(),
                fact.price(),
                fact.at(),
                fact.mark());
    }

    Event withRecipient(String other) {
        return new Event(message, campaign, sender, other, reference, state, error, parts, price, at, mark);
    }

    /** The same for each try and after each restart, so that the receiver knows what it had before. */
    String id() {
        String what = mark == null ? Integer.toString(state.number()) : "m" + mark.number();
        return "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_" + what + "_"
                + Long.toString(at.toEpochMilli(), Character.MAX_RADIX);
    }

    /** What happened, as its type says after {@code message.}: the name of a state or of a mark. */
    String what() {
        return mark == null ? state.code() : mark.code();
    }
}
