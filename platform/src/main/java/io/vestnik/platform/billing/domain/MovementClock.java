package io.vestnik.platform.billing.domain;

import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sums entries up every few seconds, so that balances and pages have little left to add. */
@Component
class MovementClock extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(MovementClock.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Movements movements;

    MovementClock(Movements movements) {
        this.movements = movements;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("movements", log).every(PAUSE, "Summing up movements", movements::catchUp);
    }
}
