package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a piece of long work stands.
 *
 * @param done units finished so far
 * @param total units in all; 0 while not known
 * @param result what a finished job leaves, as JSON; what failed, as a sentence in {@code message}
 */
public record Job(
        JobId id,
        AccountId account,
        String kind,
        State state,
        long done,
        long total,
        @Nullable String result,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** The states of a job. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
