package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import java.time.Instant;
import java.util.Optional;

/** How accounts send where nothing else is said, from memory, at most a second old. */
public interface SendingRules {
    /** The account's own terms, or those that the nearest account above hands down. */
    SendingTerms of(AccountId account);

    /** When messages of the account's programs may leave next: now, within their hours; nothing where those never open. */
    Optional<Instant> opens(AccountId account);

    /** Whether the account is closed, so that nothing of it leaves; what waits goes on when it is opened again within its lifetime. */
    boolean isClosed(AccountId account);

    /** Whether messages of this type that belong to no campaign are held until the hours open. */
    boolean holds(AccountId account, TrafficType type);
}
