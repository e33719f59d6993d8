package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/**
 * An account wants a letter about what people wrote.
 *
 * @param email whom it goes to
 * @param keyword the word that the messages begin with; empty for any
 * @param messages by their ids, the oldest first; not empty
 */
public record InboundLetter(AccountId account, String email, String keyword, List<Long> messages) {
    public InboundLetter {
        messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
        return "InboundLetter[" + account + ", " + messages.size() + " messages]";
    }
}
