package io.vestnik.platform.billing.domain;

import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sums entries up every few seconds, so that balances and pages have little left to add. */
@Component
class MovementClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MovementClock.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Movements movements;
    private @Nullable Timetable timetable;

    MovementClock(Movements movements) {
        this.movements = movements;
    }

    @Override
    public synchronized void start() {
        timetable = new Timetable("movements", log).every(PAUSE, "Summing up movements", movements::catchUp);
    }

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
}
