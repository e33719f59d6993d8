package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People who are alike though their phones are not: found by a job, and left one of each. */
public interface Doubles {
    /** What people may be alike by: {@code email}, {@code full_name}, and fields of the account's own that tell people apart. */
    List<String> by(AccountId account);

    /**
     * Starts a search; the job's result has {@code sets} and {@code people}.
     *
     * @param by one of {@link #by}
     * @param group only among its people
     */
    JobId search(Who who, String by, @Nullable GroupId group);

    /**
     * Sets that a search found, with those of each who are there still.
     *
     * @return none where it is no search of the account
     */
    Optional<Slice<List<Card>>> sets(AccountId account, JobId search, long after, int limit);

    /**
     * Starts to leave one of each set; the others are deleted, and can be brought back for thirty days. The job's result has {@code
     * deleted}.
     *
     * @return none where it is no search of the account that has ended well
     */
    Optional<JobId> clean(Who who, JobId search, Keep keep);

    /** Which of those who are alike stays. */
    enum Keep {
        /** The one added last. */
        NEWEST,
        /** The one added first. */
        OLDEST,
        /** The one of whom most is known; of several the newest. */
        FULLEST,
        /** The newest, with what only the others know, and in all their groups. */
        MERGED
    }
}
