package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the audit. */
public interface AuditTrail {

    /** One record; the details as JSON. */
    record Entry(long id, Instant at, String who, String what, String object, String details) {}

    /**
     * What was done in the account, the newest first; the search is in who, what and the object.
     *
     * @param conditions on {@code at}, {@code who}, {@code what}, {@code object}, {@code details}
     */
    Slice<Entry> list(AccountId account, String search, List<Condition> conditions, @Nullable String after, int limit);
}
