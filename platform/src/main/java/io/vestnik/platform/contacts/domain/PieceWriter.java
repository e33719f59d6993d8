package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind.Context;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Writes the people of a chunk in two halves at once, on a connection each: the database does the work of a load on two processors. The
 * halves are committed by themselves, each with a note of what it came to; the transaction of the step counts the notes and takes them
 * away. Should it not come to that, the step is done again, finds the notes and writes nothing twice. The step holds no row meanwhile,
 * so that nobody waits for it in a ring that the database does not see.
 */
@Component
class PieceWriter implements DisposableBean {
    /** Fewer are written by the step itself. */
    static final int LEAST = 2_000;

    /** Loads of a node that may take two more connections. */
    private static final int MOST_PAIRS = 2;

    private final ChunkWriter writer;
    private final PieceStore pieces;
    private final LoadStore loads;
    private final Transactions transactions;
    final Semaphore pairs;
    private final ExecutorService second = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("load-writer-", 1).daemon().factory());

    PieceWriter(
            ChunkWriter writer, PieceStore pieces, LoadStore loads, Transactions transactions, StoreSettings settings) {
        // A half never waits for more while it holds a connection: one that is left for halves lets all come to their
        // end.
        this.pairs = new Semaphore(Math.clamp(settings.backgroundConnections() - 1, 0, MOST_PAIRS));
        this.writer = writer;
        this.pieces = pieces;
        this.loads = loads;
        this.transactions = transactions;
    }

    /** Where people go, and what becomes of those who are there. */
    record Aim(AccountId account, JobId job, GroupId group, Merging merging) {}

    /**
     * Writes the people of a chunk; none when the group is gone.
     *
     * @param behind rows of the load before the chunk
     */
    Optional<Written> write(Context context, GroupId group, Merging merging, List<NewContact> people, long behind) {
        if (people.size() < LEAST) {
            return writer.write(context.account(), group, people, merging).map(ChunkWriter.Outcome::counted);
        }
        Aim aim = new Aim(context.account(), context.job(), group, merging);
        List<NewContact> ordered =
                people.stream().sorted(Comparator.comparing(NewContact::phone)).toList();
        List<NewContact> low = ordered.subList(0, ordered.size() / 2);
        List<NewContact> high = ordered.subList(low.size(), ordered.size());
        if (!pairs.tryAcquire()) {
            return alone(aim, low, high, behind);
        }
        try {
            return pair(aim, low, high, behind);
        } finally {
            pairs.release();
        }
    }

    /** In the transaction of the step, by one statement for all: halves would take people and the group in another order. */
    private Optional<Written> alone(Aim aim, List<NewContact> low, List<NewContact> high, long behind) {
        List<NewContact> left = new ArrayList<>();
        for (long half = 0; half < 2; half++) {
            if (pieces.take(aim.account(), aim.job(), behind * 2 + half).isEmpty()) {
                left.addAll(half == 0 ? low : high);
            }
        }
        Written before = pieces.forget(aim.account(), aim.job());
        return writer.write(aim.account(), aim.group(), left, aim.merging())
                .map(ChunkWriter.Outcome::counted)
                .map(before::and);
    }

    private Optional<Written> pair(Aim aim, List<NewContact> low, List<NewContact> high, long behind) {
        CompletableFuture<Optional<Written>> other = CompletableFuture.supplyAsync(
                () -> transactions.call(Pool.BACKGROUND, () -> piece(aim, high, behind * 2 + 1)), second);
        Optional<Written> one;
        try {
            one = transactions.apart(() -> piece(aim, low, behind * 2));
        } catch (RuntimeException e) {
            other.handle((_, fault) -> {
                        if (fault != null) {
                            e.addSuppressed(fault);
                        }
                        return Optional.empty();
                    })
                    .join();
            throw e;
        }
        Optional<Written> two = other.join();
        pieces.forget(aim.account(), aim.job());
        return one.flatMap(first -> two.map(first::and));
    }

    private Optional<Written> piece(Aim aim, List<NewContact> people, long number) {
        loads.commitLazily(aim.account());
        Optional<Written> before = pieces.take(aim.account(), aim.job(), number);
        if (before.isPresent()) {
            return before;
        }
        Optional<Written> written =
                writer.write(aim.account(), aim.group(), people, aim.merging()).map(ChunkWriter.Outcome::counted);
        written.ifPresent(it -> pieces.note(aim.account(), aim.job(), number, it));
        return written;
    }

    /** What was written of a step that did not come to its end, and will not. */
    Written left(Context context) {
        return pieces.forget(context.account(), context.job());
    }

    @Override
    public void destroy() {
        second.shutdown();
    }
}
