package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Transactions;
import org.springframework.stereotype.Component;

/** Messages that pause before their next try, and those whose time has not come. */
@Component
record Waiting(FlightStore flights, Facts facts, Transactions transactions) {
    /** Brings what is due into the queue; tells how many. */
    int wake(int most) {
        return transactions.call(() -> {
            FlightStore.Woken woken = flights.wakeWaiting(most);
            if (!woken.first().isEmpty()) {
                flights.release(woken.first());
                facts.written();
            }
            return woken.messages();
        });
    }
}
