package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does jobs when the test says so, a step at a time, each in its transaction. */
final class FakeJobs implements Jobs {
    private final Transactions transactions;
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final List<Resting> resting = new ArrayList<>();
    private final Map<String, String> results = new HashMap<>();
    private final Clock clock;
    private long last;

    FakeJobs(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A job that waits for its time. */
    private record Resting(Instant until, Work work) {}

    private record Work(
            JobId id,
            AccountId account,
            String kind,
            String input,
            @Nullable String checkpoint,
            long done,
            long total) {
        Work after(JobKind.Step.More more) {
            return new Work(id, account, kind, input, more.checkpoint(), more.done(), more.total());
        }

        Work after(JobKind.Step.Rest rest) {
            return new Work(id, account, kind, input, rest.checkpoint(), rest.done(), rest.total());
        }

        JobKind.Context context() {
            return new JobKind.Context(id, account, input, checkpoint, done, total);
        }
    }

    void know(JobKind kind) {
        kinds.put(kind.name(), kind);
    }

    @Override
    public JobId start(AccountId account, String kind, String input) {
        last++;
        waiting.add(new Work(new JobId(last), account, kind, input, null, 0, 0));
        return new JobId(last);
    }

    /** What the last job of this kind that ended left. */
    String result(String kind) {
        return Objects.requireNonNull(results.get(kind));
    }

    int waiting() {
        return waiting.size();
    }

    /** When the next of those that rest may go on; none when none rests. */
    Optional<Instant> next() {
        return resting.stream().map(Resting::until).min(Comparator.naturalOrder());
    }

    private void wake() {
        for (Resting it : List.copyOf(resting)) {
            if (!it.until().isAfter(clock.instant())) {
                resting.remove(it);
                waiting.add(it.work());
            }
        }
    }

    /** Does one step of the oldest job; whether there was one. */
    boolean step() {
        wake();
        Work work = waiting.poll();
        if (work == null) {
            return false;
        }
        JobKind kind = kindOf(work);
        switch (transactions.call(Pool.BACKGROUND, () -> kind.step(work.context()))) {
            case JobKind.Step.More more -> waiting.addFirst(work.after(more));
            case JobKind.Step.Rest rest ->
                resting.add(new Resting(clock.instant().plus(rest.pause()), work.after(rest)));
            case JobKind.Step.Done done -> results.put(work.kind(), done.result());
            case JobKind.Step.Failed failed -> throw new AssertionError(failed.message());
        }
        return true;
    }

    private JobKind kindOf(Work work) {
        return Objects.requireNonNull(kinds.get(work.kind()));
    }

    void run() {
        while (step()) {
            // goes on until nothing waits
        }
    }

    /** Puts the oldest job where an earlier version left it. */
    void stand(String checkpoint) {
        waiting.addFirst(waiting.remove().after(new JobKind.Step.More(checkpoint, 0, 0)));
    }

    /** Gives up the oldest job, as after its last try. */
    void giveUp() {
        Work work = waiting.remove();
        transactions.run(Pool.BACKGROUND, () -> kindOf(work).abandoned(work.context()));
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return Optional.empty();
    }

    @Override
    public boolean cancel(AccountId account, JobId id) {
        return false;
    }
}
