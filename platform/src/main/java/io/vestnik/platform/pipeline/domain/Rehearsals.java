package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the messages of accounts in test mode where a network would have been asked. */
@Component
class Rehearsals {
    private static final int BATCH = 2_000;

    private final FlightStore flights;
    private final Lanes lanes;
    private final Endings endings;
    private final Transactions transactions;

    Rehearsals(FlightStore flights, Lanes lanes, Endings endings, Transactions transactions) {
        this.flights = flights;
        this.lanes = lanes;
        this.endings = endings;
        this.transactions = transactions;
    }

    /** A short transaction after another, until nothing waits. */
    void end() {
        List<Integer> ids = lanes.rehearsed();
        boolean more = !ids.isEmpty();
        while (more) {
            more = transactions.call(Pool.HOT, () -> {
                List<Long> withdrawn = flights.withdraw(ids, BATCH);
                endings.end(withdrawn, MessageState.UNDELIVERED, SendingTerms.VIRTUAL);
                return !withdrawn.isEmpty();
            });
        }
    }
}
