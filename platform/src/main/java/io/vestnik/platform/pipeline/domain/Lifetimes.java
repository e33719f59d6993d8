package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends messages whose lifetime is over: in the queue at once, in the network after a grace for its own receipt. */
@Component
class Lifetimes {
    private static final int BATCH = 2_000;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(3);
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final FlightStore flights;
    private final EndStore ends;
    private final Endings endings;
    private final Transactions transactions;
    private final Clock clock;

    Lifetimes(FlightStore flights, EndStore ends, Endings endings, Transactions transactions, Clock clock) {
        this.flights = flights;
        this.ends = ends;
        this.endings = endings;
        this.transactions = transactions;
        this.clock = clock;
    }

    void expire() {
        Instant now = clock.instant();
        transactions.run(
                Pool.HOT,
                () -> endings.end(flights.withdrawOverdue(now, BATCH), MessageState.EXPIRED, Transitions.LIFETIME));
        long from = MessageId.floorOf(now.minus(LONGEST_VALIDITY).minus(GRACE.multipliedBy(6)));
        endings.endAll(
                ends.overdue(from, MessageId.floorOf(now), now.minus(GRACE), BATCH),
                MessageState.EXPIRED,
                Transitions.LIFETIME);
    }
}
