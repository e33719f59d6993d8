package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import java.time.Instant;
import java.util.List;

/** Finds the messages of receipts and ends messages. */
public interface EndStore {
    /** The messages of these receipts; those without one are missing from the answer. */
    List<FoundReceipt> find(List<DeliveryReport> reports);

    /** Keeps receipts whose message is not known yet. */
    void park(List<DeliveryReport> reports);

    /** Notes receipts of parts; tells the messages whose parts are all delivered, or of which one failed. */
    List<Ending> parts(List<FoundReceipt> found, List<DeliveryReport> reports);

    /**
     * Ends the messages that may still end so, and clears them from the air.
     *
     * @param settlement the ledger transaction that moves their money
     */
    List<Settled> end(List<Ending> endings, long settlement);

    /** Looks through some messages after an id, up to another, for those whose lifetime ended without a receipt. */
    Slice overdue(long after, long to, Instant before, int limit);

    /**
     * Some messages that were looked through.
     *
     * @param last the id to go on after
     * @param more whether there may be others behind it
     * @param firstOpen the lowest id among them that is not final; 0 when all are
     */
    record Slice(long last, boolean more, long firstOpen, List<Long> overdue) {
        public Slice {
            overdue = List.copyOf(overdue);
        }
    }
}
