package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told: a message has come into a state, its recipient did something with it, or somebody has written one.
 *
 * @param sender the name that it came from; of an inbound message the number that it was written to
 * @param recipient whom it is to; of an inbound message who wrote it
 * @param state in which it is
 * @param mark what the recipient did, where that is what is told
 * @param said what they wrote, where that is what is told
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
        @Nullable MessageMark mark,
        @Nullable Said said) {
    /** What somebody wrote, and the word by which it was told apart, which may be empty. */
    public record Said(String text, String keyword) {
        /** Says nothing of the text: this may get into a log. */
        @Override
        public String toString() {
            return "Said[" + text.length() + " characters]";
        }
    }

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
                fact.mark(),
                null);
    }

    static Event of(InboundMessage inbound) {
        return new Event(
                new MessageId(inbound.id()),
                null,
                inbound.number(),
                inbound.phone(),
                null,
                MessageState.DELIVERED,
                null,
                1,
                Money.ZERO,
                inbound.at(),
                null,
                new Said(inbound.text(), inbound.keyword()));
    }

    /** The same with another text in the place of the phone, and nothing in that of the words. */
    Event masked(String phone) {
        return new Event(
                message,
                campaign,
                sender,
                phone,
                reference,
                state,
                error,
                parts,
                price,
                at,
                mark,
                said == null ? null : new Said("…", said.keyword()));
    }

    /** The same for each try and after each restart, so that the receiver knows what it had before. */
    String id() {
        if (said != null) {
            return "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_in";
        }
        String what = mark == null ? Integer.toString(state.number()) : "m" + mark.number();
        return "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_" + what + "_"
                + Long.toString(at.toEpochMilli(), Character.MAX_RADIX);
    }

    /** What happened, as its type says after {@code message.}: the name of a state or of a mark. */
    String what() {
        return mark == null ? state.code() : mark.code();
    }
}
