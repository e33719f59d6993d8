package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.domain.CallbackStore.Answered;
import io.vestnik.platform.webhooks.domain.CallbackStore.Ended;
import io.vestnik.platform.webhooks.domain.CallbackStore.Ending;
import io.vestnik.platform.webhooks.domain.CallbackStore.Kept;
import io.vestnik.platform.webhooks.domain.CallbackStore.Postponed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Stores what came of callbacks that have a row, many with each commit. */
@Component
class Results implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Results.class);
    private static final int MOST = 2_000;
    private static final int CAPACITY = 200_000;

    private final CallbackStore store;
    private final EndpointHealth health;
    private final Transactions transactions;
    private final Clock clock;
    private final Batcher<Result, Boolean> batcher;

    Results(CallbackStore store, EndpointHealth health, Transactions transactions, Clock clock) {
        this.store = store;
        this.health = health;
        this.transactions = transactions;
        this.clock = clock;
        this.batcher = new Batcher<>("webhooks", MOST, CAPACITY, this::write);
    }

    private record Result(Parcel parcel, Fate fate) {}

    /** Stores the fate of the parcel's row as soon as there is one. */
    void follow(Parcel parcel) {
        parcel.fate().thenAccept(fate -> {
            health.saw(parcel.callback().endpoint(), fate);
            batcher.submit(new Result(parcel, fate)).exceptionally(e -> {
                // The row's claim ends by itself, and it is told again.
                log.debug("The end of a callback could not be stored", e);
                return false;
            });
        });
    }

    /** The line of the journal for a callback that has ended; none where it is to be tried again. */
    @Nullable
    Ended ended(Parcel parcel, Fate fate) {
        Instant now = clock.instant();
        int tries = parcel.tries() + 1;
        return switch (fate) {
            case Fate.Taken(int answer, int millis, String reply) ->
                new Ended(parcel.callback(), Ending.TAKEN, tries, new Answered(answer, null, reply), millis, now);
            case Fate.Gone(int millis, String reply) ->
                new Ended(parcel.callback(), Ending.GONE, tries, new Answered(410, null, reply), millis, now);
            case Fate.Failed failed ->
                parcel.createdAt().plus(Pauses.LIFETIME).isAfter(now)
                        ? null
                        : new Ended(parcel.callback(), Ending.GIVEN_UP, tries, answered(failed), failed.millis(), now);
            case Fate.Wordless _ ->
                new Ended(parcel.callback(), Ending.GIVEN_UP, parcel.tries(), new Answered(0, "form", null), 0, now);
            case Fate.Untried _ -> null;
        };
    }

    /**
     * The row of a callback that is not confirmed yet.
     *
     * @param fate none while it is on its way
     */
    Kept kept(Parcel parcel, @Nullable Fate fate) {
        if (fate instanceof Fate.Failed failed) {
            Instant due = clock.instant().plus(Pauses.after(parcel.tries() + 1, failed.retryAfter()));
            return new Kept(
                    parcel.row(),
                    parcel.callback(),
                    parcel.createdAt(),
                    due,
                    parcel.tries() + 1,
                    false,
                    answered(failed));
        }
        Instant since = parcel.createdAt();
        return new Kept(parcel.row(), parcel.callback(), since, since, parcel.tries(), fate == null, Answered.NOT);
    }

    private static Answered answered(Fate.Failed failed) {
        return new Answered(failed.answer(), failed.reason(), failed.reply());
    }

    private List<Boolean> write(List<Result> results) {
        List<Ended> ended = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        List<Long> untried = new ArrayList<>();
        List<Postponed> postponed = new ArrayList<>();
        for (Result result : results) {
            Parcel parcel = result.parcel();
            Ended end = ended(parcel, result.fate());
            if (end != null) {
                ended.add(end);
                done.add(parcel.row());
            } else if (result.fate() instanceof Fate.Failed failed) {
                Duration pause = Pauses.after(parcel.tries() + 1, failed.retryAfter());
                Instant due = clock.instant().plus(pause);
                postponed.add(new Postponed(parcel.row(), due, answered(failed)));
            } else {
                untried.add(parcel.row());
            }
        }
        transactions.run(Pool.BACKGROUND, () -> {
            store.forget(done);
            store.tell(ended);
            store.postpone(postponed);
            store.release(untried);
        });
        return results.stream().map(_ -> true).toList();
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
