package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.InboxFilter;
import java.util.List;
import java.util.Optional;

/** Reads what came. */
public interface InboxReader {
    /** Those of the account with a lower id, the highest first. */
    List<InboundMessage> list(AccountId account, InboxFilter filter, long below, int limit);

    /** The same of those that are nobody's, for the operator. */
    List<InboundMessage> unclaimed(InboxFilter filter, long below, int limit);

    /** Those of these that are the account's, the oldest first. */
    List<InboundMessage> all(AccountId account, List<Long> ids);

    Optional<InboundMessage> find(AccountId account, long id);
}
