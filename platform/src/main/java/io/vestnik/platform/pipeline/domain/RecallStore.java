package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Takes messages out of the queue for good. */
public interface RecallStore {
    /** Takes those of these that wait, in the queue or for a next try, out of it; whoever is claiming one keeps it. */
    List<Long> withdraw(AccountId account, List<Long> messages);
}
