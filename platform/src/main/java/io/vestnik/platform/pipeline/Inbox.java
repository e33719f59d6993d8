package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people wrote to an account. */
public interface Inbox {
    /**
     * Lists messages, newest first.
     *
     * @param cursor {@link Slice#next()} of the page before; none at the start
     * @param limit 1 to 1,000
     */
    Slice<InboundMessage> list(AccountId account, InboxFilter filter, @Nullable String cursor, int limit);

    /** Those of these that are the account's, the oldest first. */
    List<InboundMessage> all(AccountId account, List<Long> ids);

    Optional<InboundMessage> find(AccountId account, long id);
}
