package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.util.Optional;

/** What was written of a load in transactions beside that of its step, until the step has counted it. */
public interface PieceStore {
    /** How many people of a piece were new, got something new, and had nothing new. */
    record Counts(long added, long updated, long unchanged) {}

    /**
     * Takes a piece that is written in the transaction at hand. Whoever comes second waits for the first, and is told what that one has
     * written: then there is nothing to do.
     *
     * @param number the same for the same rows of a load, however often they are come to
     */
    Optional<Counts> take(AccountId account, JobId job, long number);

    /** Notes what was written of a piece that was taken. */
    void note(AccountId account, JobId job, long number, Counts counts);

    /** Forgets all pieces of a load; what they came to. */
    Counts forget(AccountId account, JobId job);
}
