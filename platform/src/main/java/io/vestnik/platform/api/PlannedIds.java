package io.vestnik.platform.api;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import java.util.List;

/**
 * Ids for the messages of a request that carries an {@code Idempotency-Key}: the same ones however often, and by whichever server,
 * it is asked.
 *
 * @param again whether a node has begun with it before
 */
record PlannedIds(IdempotencyStore store, AccountId account, String key, boolean again) {
    /** Where a request keeps it. */
    static final String ATTRIBUTE = "vestnik.api.planned-ids";

    /** Notes these ids, unless others were noted before; answers those that hold. */
    List<MessageId> of(List<MessageId> fresh) {
        return store.plan(account, key, fresh);
    }
}
