package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every route's sender works with. */
@Component
record SendingParts(FlightStore flights, Endings endings, Follow follow, Transactions transactions, Clock clock) {}
