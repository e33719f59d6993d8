package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Changes and their records, in one transaction. */
@Component
class Deeds {

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Deeds(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Commits what was changed and recorded, or nothing of it. */
    <T> T together(Supplier<T> change) {
        return transactions.call(change);
    }

    /** As {@link #together}, but nothing of what did not succeed. */
    <T> T attempt(Supplier<T> change, Predicate<T> success) {
        return transactions.attempt(change, success);
    }

    void record(Who who, String what, String object, Map<String, ?> details) {
        audit.record(who, what, object, details);
    }

    Instant now() {
        return clock.instant();
    }
}
