package io.vestnik.platform.senders.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Codes that numbers are confirmed by. */
public interface ProofStore {
    /**
     * Counts one code more of the account and to the number, whoever sends it. A number that has had its fill counts for the account
     * all the same.
     *
     * @param number its digest
     * @return when there may be one again; empty where it is counted
     */
    Optional<Instant> count(AccountId account, byte[] number, Instant at, Limits limits);

    /**
     * How many there may be.
     *
     * @param pause between two of an account
     * @param ofAccount on a day (UTC)
     * @param toNumber on a day (UTC)
     */
    record Limits(Duration pause, int ofAccount, int toNumber) {}

    /** Forgets how many went to numbers on days before this one, at most so many rows; how many it were. */
    int forgetNumbers(Instant day, int most);

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
