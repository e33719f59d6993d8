package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.domain.RequestStore.Digest;
import io.vestnik.platform.smsc.domain.RequestStore.Request;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows on all nodes what programs asked for within the last minute. */
@Component
class KnownRequests {
    private final RequestStore store;
    private final SmscSettings settings;
    private final Clock clock;

    KnownRequests(RequestStore store, SmscSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes a request in the transaction that does it; false where the same was done within the last minute. */
    boolean isFirst(AccountId account, String asked) {
        return !settings.throttles()
                || store.ask(List.of(new Request(account, Digest.of(asked), clock.instant(), List.of())))
                        .isEmpty();
    }
}
