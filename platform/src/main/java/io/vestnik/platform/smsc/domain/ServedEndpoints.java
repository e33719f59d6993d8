package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.Optional;

/** The endpoints of callbacks that whoever serves an account made for it. */
public interface ServedEndpoints {
    /** The one of an account, as it was left; it may have been changed or removed since. */
    Optional<Served> find(AccountId account);

    /** Remembers it in place of another. */
    void keep(AccountId account, Served endpoint);

    /** An endpoint and its version. */
    record Served(long id, int version) {}
}
