package io.vestnik.platform.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps snapshots at most a second old: one thread looks at the version of each. */
@Component
public class Snapshots implements SmartLifecycle {
    private static final int STOP_SECONDS = 5;

    private final List<Snapshot<?>> kept = new CopyOnWriteArrayList<>();
    private @Nullable ScheduledExecutorService looking;

    /** Looks at it each second from now on. */
    public <T> Snapshot<T> keep(Snapshot<T> snapshot) {
        kept.add(snapshot);
        return snapshot;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("snapshots").factory());
        executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        looking = executor;
    }

    private void look() {
        Pool.BACKGROUND.run(() -> kept.forEach(Snapshot::refresh));
    }

    /** Lets the look that is under way end, so that it does not meet closed connections. */
    @Override
    public synchronized void stop() {
        ScheduledExecutorService executor = looking;
        if (executor == null) {
            return;
        }
        looking = null;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    /** Before the doors open and after they have closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
