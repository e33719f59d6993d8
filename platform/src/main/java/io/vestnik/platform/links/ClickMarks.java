package io.vestnik.platform.links;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.time.Instant;
import java.util.List;

/** Where it is noted that the recipient of a message followed a link. Implemented above, by the module that keeps messages. */
public interface ClickMarks {
    /**
     * Notes them, in the transaction that stores the clicks; a message that is noted already stays as it is.
     *
     * @param clicks the first ones of links, so several may be of one message; at most 1,000
     */
    void clicked(List<Clicked> clicks);

    /** A link of this message was followed for the first time. */
    record Clicked(AccountId account, MessageId message, Instant at) {}
}
