package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** Where one-time links are kept. A link is void once it was used, its time is over, or the password has changed since. */
public interface LinkStore {

    /** Keeps a link of the person as they are now, and drops those whose time is over. */
    void keep(byte[] digest, Person person, Instant now, Instant until);

    /** Whose link it is; empty when it is void, or the person may not sign in. */
    Optional<UserId> find(byte[] digest, Instant now);

    /** As {@link #find}, and the link is used up. */
    Optional<UserId> take(byte[] digest, Instant now);
}
