package io.vestnik.platform.store;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work that comes round by itself while the server runs. */
public abstract class Rounds implements SmartLifecycle {
    private @Nullable Timetable timetable;

    /** Begins to do what comes round. */
    protected abstract Timetable begin();

    @Override
    public synchronized void start() {
        timetable = begin();
    }

    /** Lets the piece that is under way end; it may ask whether this runs. */
    @Override
    public void stop() {
        Timetable stopping;
        synchronized (this) {
            stopping = timetable;
            timetable = null;
        }
        if (stopping != null) {
            stopping.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timetable != null;
    }
}
