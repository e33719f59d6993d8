package io.vestnik.platform.pipeline;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;

/** {@link SendingTerms#test} of the accounts right below one, which they may change themselves too. */
public interface TestModes {
    /**
     * Turns it on or off; the other terms stay as they are. False when the account is not right below. An account that went by what was handed
     * down to it has terms of its own from then on.
     */
    boolean turn(Who who, AccountId account, boolean on);
}
