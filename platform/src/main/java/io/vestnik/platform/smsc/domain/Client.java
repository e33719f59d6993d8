package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;

/**
 * The program that makes a request.
 *
 * @param use what it may still send
 */
record Client(Who who, KeyUse use) {
    AccountId account() {
        return who.account();
    }
}
