package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.DeliveryReport;
import java.time.Instant;
import java.util.List;

/** Receipts whose message is not known yet: the answer is still on its way, or was lost. */
public interface ParkedStore {
    /**
     * Some of them: the next in the order they came, and the newest, which most likely find their answer soon.
     *
     * @param after the last that was looked at in order
     */
    Look look(long after, int next, int newest);

    /** Of these, the ones whose message is known by now. */
    List<Matched> matched(List<Long> receipts);

    /** Of these, the ones that fit a part in doubt: one receipt a part, and one part a receipt. */
    List<Fit> fitting(List<Long> receipts);

    /** Takes each receipt for the answer that was lost: its part has an id now and is in doubt no more. */
    void believe(List<Fit> fits, Instant now);

    /** Forgets receipts that were used. */
    void forget(List<Long> receipts);

    /** Puts aside for good what no message came for in a day. */
    void closeOrphans();

    /**
     * What to look at now.
     *
     * @param last the last of those in order; 0 when there are no more
     */
    record Look(List<Long> receipts, long last) {
        public Look {
            receipts = List.copyOf(receipts);
        }
    }

    /** A parked receipt and its message. */
    record Matched(long receipt, DeliveryReport report, FoundReceipt found) {}

    /** A parked receipt and the part in doubt that it speaks of. */
    record Fit(long receipt, long message, int part) {}
}
