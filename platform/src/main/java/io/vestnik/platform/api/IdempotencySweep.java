package io.vestnik.platform.api;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets keys that are older than a day, on one node. */
@Component
class IdempotencySweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IdempotencySweep.class);
    private static final int PAUSE_MINUTES = 10;
    private static final int BATCH = 5_000;

    private final IdempotencyStore store;
    private final Transactions transactions;
    private final Leases leases;
    private @Nullable ScheduledExecutorService timer;

    IdempotencySweep(IdempotencyStore store, Transactions transactions, Leases leases) {
        this.store = store;
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("idempotency-sweep").factory());
        started.scheduleWithFixedDelay(this::tick, PAUSE_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdown();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void tick() {
        try {
            if (transactions.call(Pool.BACKGROUND, () -> leases.hold("api.idempotency"))) {
                sweep();
            }
        } catch (RuntimeException e) {
            log.error("Keys could not be swept; it is tried again in ten minutes", e);
        }
    }

    void sweep() {
        int swept;
        do {
            swept = transactions.call(Pool.BACKGROUND, () -> store.sweep(BATCH));
        } while (swept == BATCH);
    }
}
