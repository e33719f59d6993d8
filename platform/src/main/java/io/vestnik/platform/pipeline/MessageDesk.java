package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What programs ask of an account's single messages and still change of those that have not left; at most 1,000 at a time. They are taken
 * back by {@link Recall}.
 */
public interface MessageDesk {
    /** Those of these messages that the account has. */
    Map<MessageId, MessageView> find(AccountId account, Collection<MessageId> messages);

    /** What waits for this number under this sender and belongs to no campaign, of its newest 1,000 messages; the newest first. */
    List<MessageId> unsent(AccountId account, String sender, String recipient);

    /** Changes those that have not left and belong to no campaign; the price of a message stays, and its number of parts with it. A flash stays one. */
    Map<MessageId, Replaced> replace(AccountId account, Collection<Replacement> replacements);

    /**
     * What a message is to become.
     *
     * @param text none where it stays
     * @param sendAt when it may leave; none where that stays
     * @param validUntil the end of its lifetime; none where that stays
     * @param callback who is told from now on, as in {@link Feedback}
     * @param registered the flags of registered_delivery from now on
     */
    record Replacement(
            MessageId message,
            @Nullable String text,
            @Nullable Instant sendAt,
            @Nullable Instant validUntil,
            @Nullable String callback,
            int registered) {}

    /** What came of a replacement. */
    enum Replaced {
        DONE,
        /** It has left or ended, or the account has no such message. */
        NOT_WAITING,
        /** The text is empty or cannot be stored. */
        BAD_TEXT,
        /** It brings octets, and a text cannot take their place. */
        NO_TEXT,
        /** The text has another number of parts, and so another price. */
        OTHER_SIZE,
        /** It would leave after its lifetime. */
        TOO_LATE
    }
}
