package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.Transactions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Begins what a step needs next on a connection of its own, while the database takes what the step has: two processors of it instead of
 * one. It only reads, so that nothing is lost or done twice when the step fails.
 */
@Component
class Ahead implements DisposableBean {
    private static final int MOST = 2;
    /** Loads and one step that needs no second connection: with so many left nobody waits for a connection that is never given back. */
    private static final int OF_OTHERS = 3;

    private final Transactions transactions;
    private final Semaphore spare;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("audience-ahead-", 1).daemon().factory());

    Ahead(Transactions transactions, StoreSettings settings) {
        this.transactions = transactions;
        this.spare = new Semaphore(Math.clamp(settings.backgroundConnections() - OF_OTHERS, 0, MOST));
    }

    /** What the work comes to, when it is asked for; where no connection is to spare the work is done only then, by who asks. */
    <T> Supplier<T> begin(Supplier<T> work) {
        if (!spare.tryAcquire()) {
            return work;
        }
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(() -> apart(work), threads);
        return begun::join;
    }

    private <T> T apart(Supplier<T> work) {
        try {
            return transactions.call(Pool.BACKGROUND, work);
        } finally {
            spare.release();
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
