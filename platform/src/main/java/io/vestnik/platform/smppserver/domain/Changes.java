package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Changes of system ids and their records, in one transaction. */
@Component
class Changes {
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Changes(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    <T> T together(Supplier<T> change) {
        return transactions.call(change);
    }

    void record(Who who, String what, String systemId, Map<String, ?> details) {
        audit.record(who, what, "system " + systemId, details);
    }

    Instant now() {
        return clock.instant();
    }
}
