package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.Optional;

/** What was written of a load in transactions beside that of its step, until the step has counted it. */
public interface PieceStore {
    /**
     * Takes a piece that is written in the transaction at hand. Whoever comes second waits for the first, and is told what that one has
     * written: then there is nothing to do.
     *
     * @param number the same for the same rows of a load, however often they are come to
     */
    Optional<Written> take(AccountId account, JobId job, long number);

    /** Notes what was written of a piece that was taken. */
    void note(AccountId account, JobId job, long number, Written written);

    /** Forgets all pieces of a load; what they came to. */
    Written forget(AccountId account, JobId job);

    /** Forgets some of what nobody will count any more, because its load has ended; how many. */
    @AcrossAccounts("loads end, whosever they are")
    int forgetEnded(int most);
}
