package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.kernel.RouteId;
import java.util.List;

/** Keeps for some days what only explains: receipts as they came, and what networks put off. Writes in batches. */
public interface Trail {
    /** Keeps the octets of the receipts whose messages were found; joins the transaction of the caller. */
    void received(List<FoundReceipt> found, List<DeliveryReport> reports);

    /** Keeps that a network put messages off; joins the transaction of the caller. */
    void putOff(RouteId route, List<Outcome.Later> later);
}
