package io.vestnik.platform.links;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.util.Collection;
import java.util.List;

/** Links of messages that belong to no campaign, each message with links of its own. */
public interface MessageLinks {
    /**
     * Gives these messages their links and writes them into the texts. The links are kept when this returns; those of messages that are
     * not taken then are to be {@link #takeBack taken back}.
     *
     * @param letters in rising order of their ids, at most 10,000
     * @return the texts as their recipients read them, in the same order
     */
    List<String> write(AccountId account, List<Letter> letters);

    /**
     * Forgets the links of messages that were not taken. Nobody has their codes: where this cannot be done now they are forgotten with
     * their time.
     *
     * @param messages at most 10,000
     */
    void takeBack(AccountId account, Collection<MessageId> messages);

    /**
     * A message.
     *
     * @param text as {@link Links#mark} left it, without faults
     */
    record Letter(MessageId message, Links.Marked text) {}
}
