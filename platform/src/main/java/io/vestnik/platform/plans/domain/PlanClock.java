package io.vestnik.platform.plans.domain;

import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Rounds;
import io.vestnik.platform.store.Timetable;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks every second which plans are due; whatever node takes one has it for as long as its turn lasts. */
@Component
class PlanClock extends Rounds {
    private static final Logger log = LoggerFactory.getLogger(PlanClock.class);
    private static final FaultLog faults = new FaultLog(log);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST = 200;

    private final PlanBook plans;
    private final Turn turn;
    private final Transactions transactions;
    private final Clock clock;

    PlanClock(PlanBook plans, Turn turn, Transactions transactions, Clock clock) {
        this.plans = plans;
        this.turn = turn;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected Timetable begin() {
        return new Timetable("plans", log).every(LOOK, "Looking for plans that are due", this::look);
    }

    /** Each plan in a transaction of its own: one that fails keeps no other from its time. */
    void look() {
        Instant now = clock.instant();
        for (PlanBook.Due due : transactions.call(Pool.BACKGROUND, () -> plans.due(now, MOST))) {
            try {
                transactions.run(
                        Pool.BACKGROUND,
                        () -> plans.take(due.account(), due.plan(), now).ifPresent(plan -> turn.take(plan, now)));
            } catch (RuntimeException e) {
                faults.failed("The turn of a plan", e);
            }
        }
    }
}
