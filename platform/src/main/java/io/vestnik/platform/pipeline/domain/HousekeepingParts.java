package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What housekeeping works with. */
@Component
record HousekeepingParts(
        FlightStore flights,
        EndStore ends,
        Endings endings,
        Settling settling,
        Transactions transactions,
        Leases leases,
        Node node,
        Facts facts,
        Clock clock) {}
