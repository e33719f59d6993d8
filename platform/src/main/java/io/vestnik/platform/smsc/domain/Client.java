package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Fault;
import java.util.Optional;

/**
 * The program that makes a request.
 *
 * @param use what it may still send
 */
record Client(Who who, KeyUse use) {
    AccountId account() {
        return who.account();
    }

    /** Takes so many messages off what its key may send; why not, where it may not. */
    Optional<Fault> offer(int messages) {
        return use.send(messages, false).map(Client::fault);
    }

    static Fault fault(KeyRefusal refusal) {
        return switch (refusal) {
            case KeyRefusal.OutsideHours _ -> Fault.DELIVERY;
            case KeyRefusal.LimitReached _ -> Fault.LIMIT;
        };
    }
}
