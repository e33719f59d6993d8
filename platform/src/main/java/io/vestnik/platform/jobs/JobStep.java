package io.vestnik.platform.jobs;

import io.vestnik.platform.jobs.JobTable.End;
import io.vestnik.platform.jobs.JobTable.Place;
import io.vestnik.platform.jobs.JobTable.Run;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Does one step of a taken job: its work and its checkpoint in one transaction, or neither. */
@Component
class JobStep {
    private static final Logger log = LoggerFactory.getLogger(JobStep.class);
    private static final int MOST_TRIES = 3;

    private final JobTable table;
    private final JobSignals signals;
    private final Transactions transactions;
    private final MessageSource messages;

    JobStep(JobTable table, JobSignals signals, Transactions transactions, MessageSource messages) {
        this.table = table;
        this.signals = signals;
        this.transactions = transactions;
        this.messages = messages;
    }

    /** Whether the worker goes on with the job after a step. */
    enum Outcome {
        GOES_ON,
        /** The job has ended, or waits for its time without a worker. */
        OVER
    }

    /** The step is undone, and the job is to end so. */
    private static final class Undone extends RuntimeException {
        private final transient End end;

        Undone(End end) {
            super(String.valueOf(end.message()), null, false, false);
            this.end = end;
        }
    }

    /** The job was taken by another node meanwhile, so what this step wrote in its transaction is undone. */
    private static final class Lost extends RuntimeException {
        Lost() {
            super("The job was taken by another node", null, false, false);
        }
    }

    /**
     * Does the next step.
     *
     * @param kind what does it; none when this release does not know such jobs
     */
    Outcome next(Run run, @Nullable JobKind kind) {
        LocaleContextHolder.setLocale(run.language());
        try {
            return attempt(run, kind);
        } catch (Lost e) {
            log.warn("Job {} was taken by another node", run.job());
            return Outcome.OVER;
        } catch (Undone e) {
            end(run, kind, e.end);
            return Outcome.OVER;
        } catch (RuntimeException e) {
            log.error("A step of job {} ({}) failed", run.job(), run.kind(), e);
            failed(run, kind);
            return Outcome.OVER;
        } finally {
            LocaleContextHolder.resetLocaleContext();
            signals.moved(run.job());
        }
    }

    private Outcome attempt(Run run, @Nullable JobKind kind) {
        if (kind == null) {
            throw new Undone(new End(Job.State.FAILED, null, text("jobs.failed.unknown", run)));
        }
        return transactions.call(Pool.BACKGROUND, () -> {
            Optional<Place> place = table.place(run);
            if (place.isEmpty()) {
                throw new Lost();
            }
            if (place.get().cancelled()) {
                throw new Undone(new End(Job.State.CANCELLED, null, null));
            }
            return switch (kind.step(context(run, place.get()))) {
                case JobKind.Step.More more -> kept(table.advance(run, more), Outcome.GOES_ON);
                case JobKind.Step.Rest rest -> kept(table.rest(run, rest), Outcome.OVER);
                case JobKind.Step.Done(String result, long done) ->
                    kept(table.finish(run, new End(Job.State.DONE, result, null), done), Outcome.OVER);
                case JobKind.Step.Failed(String message) -> throw new Undone(new End(Job.State.FAILED, null, message));
            };
        });
    }

    private static Outcome kept(boolean ours, Outcome outcome) {
        if (!ours) {
            throw new Lost();
        }
        return outcome;
    }

    private void failed(Run run, @Nullable JobKind kind) {
        Optional<Place> place = transactions.call(Pool.BACKGROUND, () -> table.place(run));
        if (place.isEmpty()) {
            return;
        }
        int tries = place.get().tries() + 1;
        if (tries >= MOST_TRIES) {
            end(run, kind, new End(Job.State.FAILED, null, text("jobs.failed", run)));
        } else {
            transactions.run(Pool.BACKGROUND, () -> table.retry(run, tries, Duration.ofSeconds(tries)));
        }
    }

    private void end(Run run, @Nullable JobKind kind, End end) {
        try {
            transactions.run(Pool.BACKGROUND, () -> {
                Optional<Place> place = table.place(run);
                if (kind != null && place.isPresent()) {
                    kind.abandoned(context(run, place.get()), end.state(), end.message());
                }
                table.finish(run, end, place.map(Place::done).orElse(0L));
            });
        } catch (RuntimeException e) {
            log.error("Job {} ({}) left something behind", run.job(), run.kind(), e);
            transactions.run(
                    Pool.BACKGROUND,
                    () -> table.finish(
                            run, end, table.place(run).map(Place::done).orElse(0L)));
        }
    }

    private String text(String key, Run run) {
        return messages.getMessage(
                key, new Object[] {Long.toString(run.job().value())}, LocaleContextHolder.getLocale());
    }

    private static JobKind.Context context(Run run, Place place) {
        return new JobKind.Context(
                run.job(), run.account(), place.input(), place.checkpoint(), place.done(), place.total());
    }
}
