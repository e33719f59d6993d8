package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
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

    Optional<InboundMessage> find(AccountId account, long id);
}
