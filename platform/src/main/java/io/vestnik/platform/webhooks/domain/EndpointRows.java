package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The endpoints of one account, as its people see and change them. */
public interface EndpointRows {
    /** With the secrets that were replaced and sign still at this time. */
    List<Endpoint> list(AccountId account, Instant now);

    /** One of {@link #list}. */
    Optional<Endpoint> find(AccountId account, long id, Instant now);

    /** How many the account has; nobody else adds one to it until the end of the transaction. */
    int countAndHold(AccountId account);

    /** Adds one and tells its id. */
    long add(AccountId account, Webhooks.Draft draft, String sealedSecret, String by, Instant at);

    /** False when there is no such version of it. */
    boolean change(AccountId account, long id, int version, Webhooks.Draft draft);

    /** Takes it away with all that waits for it. */
    boolean delete(AccountId account, long id);

    /** Switches it; what waits for one that is off is dropped, what waits for one that is on is due at once. */
    boolean state(AccountId account, long id, EndpointState state, Instant now);

    /** Gives it a new secret; the one before signs too until then, unless as many sign as may. */
    Webhooks.Rotated rotate(AccountId account, long id, String sealedSecret, Instant now, Instant oldUntil);

    /** Takes a secret that was replaced away. */
    boolean endSecret(AccountId account, long id, long secret);
}
