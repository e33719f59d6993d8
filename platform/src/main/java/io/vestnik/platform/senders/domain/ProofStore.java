package io.vestnik.platform.senders.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Codes that numbers are confirmed by. */
public interface ProofStore {
    /** Counts one code more of the account; false when the last was less than the pause ago, or there were so many on this day (UTC). */
    boolean count(AccountId account, Instant at, Duration pause, int most);

    /** Keeps the code of a number in place of the one before it. */
    void keep(AccountId account, long sender, byte[] digest, Instant until, int tries);

    /** Takes a try of a code that is good; none where none is left. */
    Optional<Tried> take(AccountId account, long sender, Instant now);

    /**
     * A try.
     *
     * @param left how many are left after it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared once, at the same speed whatever it is
    record Tried(byte[] digest, int left) {}

    void forget(AccountId account, long sender);
}
