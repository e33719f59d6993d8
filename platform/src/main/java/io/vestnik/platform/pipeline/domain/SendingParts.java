package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every route's sender works with. */
@Component
record SendingParts(FlightStore flights, EndParts ends, AnswerParts answers, Transactions transactions, Clock clock) {

    /** How messages end that are not sent. */
    @Component
    record EndParts(Endings endings, StopGate gate) {}

    Endings endings() {
        return ends.endings();
    }

    StopGate gate() {
        return ends.gate();
    }

    /** What answers work with besides. */
    @Component
    record AnswerParts(Doubts doubts, Follow follow, Trail trail) {}
}
