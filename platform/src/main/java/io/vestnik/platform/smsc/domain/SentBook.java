package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.domain.SentStore.Sent;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Gives ids to requests, small numbers an account counts by itself, and keeps which messages they mean: many with one statement. */
@Component
class SentBook implements DisposableBean {
    private static final int MOST = 1_000;
    private static final int CAPACITY = 50_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Few are lost with a restart where few are used. */
    private static final int FIRST_BLOCK = 10;

    private static final int LONGEST_BLOCK = 10_000;

    private final SentStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<AccountId, Block> blocks = new ConcurrentHashMap<>();
    private final Batcher<List<Sent>, Boolean> batcher;

    SentBook(SentStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.batcher = new Batcher<>("smsc-ids", MOST, CAPACITY, List::size, this::write);
        batcher.waitingAtMost(PATIENCE);
    }

    /** Numbers of one account that are taken and not yet given. */
    private final class Block {
        private int next;
        private int left;
        private int size = FIRST_BLOCK;

        synchronized int next(AccountId account) {
            if (left == 0) {
                next = transactions.apart(() -> store.take(account, size));
                left = size;
                size = Math.min(size * FIRST_BLOCK, LONGEST_BLOCK);
            }
            left--;
            return next++;
        }
    }

    String newId(AccountId account) {
        return Integer.toString(
                blocks.computeIfAbsent(account, _ -> new Block()).next(account));
    }

    /** Keeps them; the future completes after the commit. */
    CompletableFuture<Boolean> keep(List<Sent> sent) {
        return batcher.submit(sent);
    }

    private List<Boolean> write(List<List<Sent>> batch) {
        List<Sent> all = batch.stream().flatMap(List::stream).toList();
        transactions.run(Pool.HOT, () -> store.insert(all, clock.instant()));
        return Collections.nCopies(batch.size(), true);
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}
