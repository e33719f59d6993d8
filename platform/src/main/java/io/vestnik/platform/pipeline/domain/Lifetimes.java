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
    private static final int SLICE = 50_000;
    private static final Duration GRACE = Duration.ofMinutes(10);

    private final FlightStore flights;
    private final EndStore ends;
    private final Endings endings;
    private final Transactions transactions;
    private final Clock clock;
    /** How far the messages were looked through; only the timer's thread touches it. */
    private long after;

    private long lowestOpen = Long.MAX_VALUE;

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
        EndStore.Slice slice =
                Pool.BACKGROUND.call(() -> ends.overdue(after, MessageId.floorOf(now), now.minus(GRACE), SLICE));
        endings.endAll(slice.overdue(), MessageState.EXPIRED, Transitions.LIFETIME);
        lowestOpen = slice.firstOpen() > 0 ? Math.min(lowestOpen, slice.firstOpen()) : lowestOpen;
        if (slice.more()) {
            after = slice.last();
        } else {
            // Looked through to the end: begin again where the first message is that is not final.
            after = (lowestOpen == Long.MAX_VALUE ? Math.max(after, slice.last()) : lowestOpen - 1);
            lowestOpen = Long.MAX_VALUE;
        }
    }
}
