package io.vestnik.platform.store;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in one transaction; work that is already inside one joins it. */
@Component
public class Transactions {
    private final TransactionTemplate template;
    private final TransactionTemplate apart;

    Transactions(PlatformTransactionManager manager) {
        this.template = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Commits what the work wrote when it returns, and nothing of it when it throws. */
    public <T> T call(Pool pool, Supplier<T> work) {
        return pool.call(() -> call(work));
    }

    /** Commits what the work wrote when it returns, and nothing of it when it throws. */
    public void run(Pool pool, Runnable work) {
        pool.run(() -> template.executeWithoutResult(_ -> work.run()));
    }

    /** As {@link #call(Pool, Supplier)}, on the pool that the caller already works with. */
    @SuppressWarnings("NullAway") // the template hands back exactly what the work returned
    public <T> T call(Supplier<T> work) {
        return template.execute(_ -> work.get());
    }

    /** Commits what the work wrote where what came of it is success, and nothing of it otherwise, nor of a transaction around it. */
    @SuppressWarnings("NullAway") // the template hands back exactly what the work returned
    public <T> T attempt(Supplier<T> work, Predicate<T> success) {
        return template.execute(status -> {
            T outcome = work.get();
            if (!success.test(outcome)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** Commits the work by itself, whatever becomes of the transaction around it: for what is remembered in memory. */
    @SuppressWarnings("NullAway") // the template hands back exactly what the work returned
    public <T> T apart(Supplier<T> work) {
        return apart.execute(_ -> work.get());
    }

    /** Does this after the commit of the transaction around it, or at once where there is none. */
    public void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
