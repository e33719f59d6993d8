package io.vestnik.platform.store;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Carries out the sweeps of all modules, one after another, each where its lease is held. */
@Component
class Sweeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
    private static final int STOP_SECONDS = 5;
    /** Chunks at a time: what is left waits for the next, so that no sweep keeps the others waiting. */
    private static final int CHUNKS = 200;

    private final ObjectProvider<Sweep> sweeps;
    private final Transactions transactions;
    private final Leases leases;
    private @Nullable ScheduledThreadPoolExecutor timer;

    Sweeping(ObjectProvider<Sweep> sweeps, Transactions transactions, Leases leases) {
        this.sweeps = sweeps;
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    public synchronized void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("sweeps").factory());
        List<Sweep> all = sweeps.stream().toList();
        for (Sweep sweep : all) {
            long pause = sweep.pause().toMillis();
            started.scheduleWithFixedDelay(() -> sweepOrTell(sweep), pause, pause, TimeUnit.MILLISECONDS);
        }
        timer = started;
    }

    private void sweepOrTell(Sweep sweep) {
        try {
            sweep(sweep);
        } catch (RuntimeException e) {
            log.warn("Sweep {} failed; it is tried again in {}: {}", sweep.name(), sweep.pause(), e.toString());
        }
    }

    /** Takes chunk after chunk until there is no more for now. */
    void sweep(Sweep sweep) {
        for (int i = 0; i < CHUNKS && holds(sweep); i++) {
            if (transactions.call(Pool.BACKGROUND, () -> sweep.chunk().getAsInt()) < sweep.most()) {
                return;
            }
        }
    }

    private boolean holds(Sweep sweep) {
        return isRunning() && transactions.call(Pool.BACKGROUND, () -> leases.hold("sweep." + sweep.name()));
    }

    /** Lets the chunk that is under way end. */
    @Override
    public void stop() {
        ScheduledThreadPoolExecutor stopping;
        synchronized (this) {
            stopping = timer;
            timer = null;
        }
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
