package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Progress;
import io.vestnik.platform.shell.Tone;
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

    /** The job as a card shows it; live on a page whose stream of events is {@code /jobs/{id}/events}, event {@code job}. */
    public Progress progress(String title) {
        Tone tone = switch (state) {
            case WAITING -> Tone.WAITING;
            case RUNNING -> Tone.PROGRESS;
            case DONE -> Tone.SUCCESS;
            case FAILED -> Tone.FAILURE;
            case CANCELLED -> Tone.NEUTRAL;
        };
        return new Progress(title, tone, done, total, null, null);
    }
}
