package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Transactions;
import org.springframework.stereotype.Component;

/** Messages that pause before their next try. */
@Component
record Waiting(FlightStore flights, Transactions transactions) {
    /** Brings what is due back into the queue; tells how many. */
    int wake(int most) {
        return transactions.call(() -> flights.wakeWaiting(most));
    }
}
