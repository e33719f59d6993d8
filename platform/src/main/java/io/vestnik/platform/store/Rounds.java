package io.vestnik.platform.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that comes round by itself while the server runs. */
public abstract class Rounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private @Nullable Timetable timetable;

    /** Begins to do what comes round. */
    protected abstract Timetable begin();

    /** What is still to be done when the last piece has ended: nothing, usually. If it fails that is told, and the server stops all the same. */
    protected void last() {}

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
            try {
                last();
            } catch (RuntimeException e) {
                log.warn("{} could not end its work: {}", getClass().getSimpleName(), e.toString());
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timetable != null;
    }
}
