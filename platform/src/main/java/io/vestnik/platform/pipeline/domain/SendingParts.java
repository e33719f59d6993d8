package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every route's sender works with. */
@Component
record SendingParts(FlightStore flights, Endings endings, AnswerParts answers, Transactions transactions, Clock clock) {

    /** What answers work with besides. */
    @Component
    record AnswerParts(Doubts doubts, Follow follow, Trail trail) {}
}
