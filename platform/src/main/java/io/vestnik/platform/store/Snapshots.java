package io.vestnik.platform.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps snapshots at most a second old: one thread looks at the version of each. */
@Component
public class Snapshots implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<Snapshot<?>> kept = new CopyOnWriteArrayList<>();
    private @Nullable Timetable timetable;

    /** Looks at it each second from now on. */
    public <T> Snapshot<T> keep(Snapshot<T> snapshot) {
        kept.add(snapshot);
        return snapshot;
    }

    @Override
    public synchronized void start() {
        timetable = new Timetable("snapshots", log).every(PAUSE, "Looking for news", this::look);
    }

    private void look() {
        Pool.BACKGROUND.run(() -> kept.forEach(Snapshot::refresh));
    }

    /** Lets the look that is under way end, so that it does not meet closed connections. */
    @Override
    public synchronized void stop() {
        if (timetable != null) {
            timetable.close();
            timetable = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timetable != null;
    }

    /** Before the doors open and after they have closed. */
    @Override
    public int getPhase() {
        return 0;
    }
}
