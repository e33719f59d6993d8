package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;

/** How much was sent with keys, of all nodes; of each span the newest only. */
public interface KeyCounts {

    /** Adds to what is there, and forgets spans that are over; answers the sums of the spans that are kept now. */
    List<KeyCount> add(Collection<KeyCount> counts);

    /** What is kept of these keys. */
    List<KeyCount> of(Collection<Long> keys);

    /** What is kept of the account's keys that work, and of its login. */
    List<KeyCount> of(AccountId account);
}
