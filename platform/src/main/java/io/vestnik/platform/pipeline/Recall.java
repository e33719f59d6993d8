package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.util.Collection;
import java.util.Set;

/** Takes messages back before they leave. */
public interface Recall {
    /** How many at once. */
    int MOST_AT_ONCE = 10_000;

    /**
     * Cancels those of an account's messages that still wait, with their money back, and tells which. What is on its way or has ended
     * stays as it is, and so does what is another account's.
     *
     * @param messages at most {@link #MOST_AT_ONCE}
     */
    Set<MessageId> recall(AccountId account, Collection<MessageId> messages);
}
