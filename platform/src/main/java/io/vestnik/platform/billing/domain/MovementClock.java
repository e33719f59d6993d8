package io.vestnik.platform.billing.domain;

import io.vestnik.platform.store.FaultLog;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sums entries up every few seconds, so that balances and pages have little left to add. */
@Component
class MovementClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MovementClock.class);
    private static final FaultLog faults = new FaultLog(log);
    private static final int PAUSE_SECONDS = 5;
    private static final int STOP_SECONDS = 5;

    private final Movements movements;
    private @Nullable ScheduledExecutorService timer;

    MovementClock(Movements movements) {
        this.movements = movements;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("movements").factory());
        started.scheduleWithFixedDelay(this::tick, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        timer = started;
    }

    private void tick() {
        try {
            movements.catchUp();
        } catch (RuntimeException e) {
            faults.failed("Summing up movements", e);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = timer;
        if (running == null) {
            return;
        }
        timer = null;
        running.shutdown();
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
