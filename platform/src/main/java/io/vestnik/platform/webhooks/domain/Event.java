package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.sms.Body;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told: a message has come into a state, its recipient did something with it, somebody has written one, or something has become
 * of the account.
 *
 * @param sender the name that it came from; of an inbound message the number that it was written to
 * @param recipient whom it is to; of an inbound message who wrote it
 * @param state in which it is
 * @param mark what the recipient did, where that is what is told
 * @param said what they wrote, where that is what is told
 * @param news what has become of the account, where that is what is told; then the rest means nothing, and {@code message} only sets
 *     it apart from other news
 * @param kind what the message brings
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
        @Nullable Said said,
        @Nullable News news,
        Body.Kind kind) {
    /**
     * What somebody wrote.
     *
     * @param keyword the word by which it was told apart; may be empty
     * @param name under which a rule wants it told; empty for the usual one
     */
    public record Said(String text, String keyword, String name) {
        /** Says nothing of the text: this may get into a log. */
        @Override
        public String toString() {
            return "Said[" + text.length() + " characters]";
        }
    }

    /**
     * What has become of the account.
     *
     * @param type such as {@code balance.low}
     * @param data an object of JSON
     */
    public record News(String type, String data) {}

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
                null,
                null,
                fact.kind());
    }

    /**
     * Something about the account.
     *
     * @param number sets it apart from other news of the same endpoint
     */
    static Event of(News news, long number, Instant at) {
        return new Event(
                new MessageId(number),
                null,
                "",
                "",
                null,
                MessageState.DELIVERED,
                null,
                0,
                Money.ZERO,
                at,
                null,
                null,
                news,
                Body.Kind.TEXT);
    }

    /**
     * What somebody wrote.
     *
     * @param name under which a rule wants it told; empty for the usual one
     */
    static Event of(InboundMessage inbound, String name) {
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
                new Said(inbound.text(), inbound.keyword(), name),
                null,
                Body.Kind.TEXT);
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
                said == null ? null : new Said("…", said.keyword(), said.name()),
                news,
                kind);
    }

    /** The same for each try and after each restart, so that the receiver knows what it had before. */
    String id() {
        if (news != null) {
            return "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_n";
        }
        if (said != null) {
            String told = "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_in";
            return said.name().isEmpty() ? told : told + "_" + said.name();
        }
        String what = mark == null ? Integer.toString(state.number()) : "m" + mark.number();
        return "evt_" + Long.toString(message.value(), Character.MAX_RADIX) + "_" + what + "_"
                + Long.toString(at.toEpochMilli(), Character.MAX_RADIX);
    }

    /** Whether it is that a message has come into its state. */
    public boolean ofState() {
        return mark == null && said == null && news == null;
    }

    /** What happened, as requests name it, such as {@code message.delivered}. */
    public String type() {
        if (news != null) {
            return news.type();
        }
        if (said != null) {
            return "inbound." + (said.name().isEmpty() ? "received" : said.name());
        }
        return "message." + (mark == null ? state.code() : mark.code());
    }
}
