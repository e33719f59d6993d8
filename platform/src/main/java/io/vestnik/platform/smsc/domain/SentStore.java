package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By which of its ids a program knows which message. Of the recipient only a number is kept that tells them apart, never the phone. */
public interface SentStore {
    /**
     * A message.
     *
     * @param id the program's own, or one that it was given
     * @param recipient digits
     * @param comment for the sender's own eyes
     */
    record Sent(
            AccountId account,
            String id,
            String recipient,
            MessageId message,
            @Nullable String comment) {
        /** Names no phone and no comment. */
        @Override
        public String toString() {
            return "Sent[" + id + " is " + message + "]";
        }
    }

    /**
     * What a program asks by.
     *
     * @param recipient digits
     */
    record Asked(String id, String recipient) {}

    /** What is kept of a message. */
    record Kept(MessageId message, @Nullable String comment) {}

    /** Keeps them all. */
    void insert(List<Sent> sent, Instant now);

    /**
     * The newest ten messages of each, the newest first, of those that were offered: what was refused is among them, and two phones may
     * have the same number in the table, so that whoever asks looks at the messages. At most 1,000 are asked for.
     */
    Map<Asked, List<Kept>> find(AccountId account, List<Asked> asked);

    /** Forgets by which ids a program knew messages: each by the id in its place. */
    void forget(AccountId account, List<MessageId> messages, List<String> ids);

    /**
     * Takes so many numbers for an account, for good; they rise, and begin again after 2,147,483,647.
     *
     * @return the first of them
     */
    int take(AccountId account, int count);
}
