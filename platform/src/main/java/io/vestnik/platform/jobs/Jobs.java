package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import java.util.Optional;

/** Long work: started inside the caller's transaction, done in the background by the {@link JobKind} of its name. */
public interface Jobs {
    /**
     * Starts a job when the caller's transaction commits.
     *
     * @param kind the name of a {@link JobKind}
     * @param input what it needs, as JSON
     */
    JobId start(AccountId account, String kind, String input);

    Optional<Job> find(AccountId account, JobId id);

    /** Asks the job to stop before its next step; false when it is over already. */
    boolean cancel(AccountId account, JobId id);
}
