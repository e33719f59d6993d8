package io.vestnik.platform.jobs;

import io.vestnik.platform.kernel.AccountId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One kind of long work, done in steps. Each step runs in a transaction of its own together with its checkpoint, on
 * the background pool, and takes less than a second, so that a restart loses at most one step and repeats none.
 */
public interface JobKind {
    /** The name under which jobs of this kind are started; never changes. */
    String name();

    /** The right that a person or program needs to see such jobs; by default empty: whoever works in the account. */
    default String right() {
        return "";
    }

    /** The right that a person needs to cancel what they see; by default the same. */
    default String rightToCancel() {
        return right();
    }

    /** The key of what the work is called on its card; by default a general word. */
    default String titleKey() {
        return "jobs.title";
    }

    /**
     * Does the next step, in the language of who started the job. A thrown exception fails the job after three tries in
     * a row, and the step leaves nothing but what the kind itself has committed apart and knows again when the step is
     * repeated.
     */
    Step step(Context context);

    /** Undoes or tidies what a cancelled or failed job leaves, in a transaction; by default nothing. */
    default void abandoned(Context context) {}

    /**
     * The same, told how the job ended.
     *
     * @param message why it failed; none when it was cancelled
     */
    default void abandoned(Context context, Job.State end, @Nullable String message) {
        abandoned(context);
    }

    /**
     * What a step is given.
     *
     * @param input as the job was started, JSON
     * @param checkpoint as the last step left it; none at the first
     */
    record Context(
            JobId job,
            AccountId account,
            String input,
            @Nullable String checkpoint,
            long done,
            long total) {}

    /** What a step leaves. */
    sealed interface Step {
        /** There is more to do from this checkpoint. */
        record More(String checkpoint, long done, long total) implements Step {}

        /**
         * There is more to do from this checkpoint, but not before this pause is over: the job holds no worker meanwhile, and
         * its next step may come later, never earlier. Pauses longer than an hour end after an hour, so that whoever rests for
         * long looks at the time again.
         */
        record Rest(String checkpoint, long done, long total, Duration pause) implements Step {}

        /** All is done; the result is kept as JSON. */
        record Done(String result, long done) implements Step {}

        /** It cannot be done, and what this step wrote is undone; the sentence tells a person why and what to do. */
        record Failed(String message) implements Step {}
    }
}
