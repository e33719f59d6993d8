package io.vestnik.platform.reports.domain;

import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks twice a minute which reports are due; whatever node takes one has it in hand for a while. */
@Component
class ReportClock extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(ReportClock.class);
    private static final FaultLog faults = new FaultLog(log);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final int MOST = 100;

    private final OrderBook orders;
    private final Bringing bringing;
    private final Clock clock;

    ReportClock(OrderBook orders, Bringing bringing, Clock clock) {
        this.orders = orders;
        this.bringing = bringing;
        this.clock = clock;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("reports", log).every(LOOK, "Looking for reports that are due", this::look);
    }

    /** One that fails keeps no other from its time; it is tried again when nobody has it in hand any more. */
    void look() {
        for (OrderBook.Due due : Pool.BACKGROUND.call(() -> orders.due(clock.instant(), MOST))) {
            try {
                Pool.BACKGROUND.run(() -> bringing.bring(due));
            } catch (RuntimeException e) {
                faults.failed("A report by mail", e);
            }
        }
    }
}
