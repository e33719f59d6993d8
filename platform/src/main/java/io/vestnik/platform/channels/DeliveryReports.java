package io.vestnik.platform.channels;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes receipts from connectors. Implemented above, by the path of messages. */
public interface DeliveryReports {
    /**
     * Stores the receipts.
     *
     * @return completes after the commit: only then may the network be told; exceptionally when the network shall keep
     *     them and come again
     */
    CompletableFuture<Void> deliver(List<DeliveryReport> reports);
}
