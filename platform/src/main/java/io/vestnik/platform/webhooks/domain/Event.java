package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told: a message has come into a state. */
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
        Instant at) {

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
                fact.at());
    }

    Event withRecipient(String other) {
        return new Event(message, campaign, sender, other, reference, state, error, parts, price, at);
    }

    /** The same for each try and after each restart, so that the receiver knows what it had before. */
    String id() {
        return "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_" + state.number() + "_"
                + Long.toString(at.toEpochMilli(), Character.MAX_RADIX);
    }
}
