package io.vestnik.simulator;

import java.util.concurrent.atomic.LongAdder;

/** Counts, from many threads. */
final class Tally {
    final LongAdder accepted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder throttled = new LongAdder();
    final LongAdder receiptsSent = new LongAdder();
    final LongAdder receiptsTaken = new LongAdder();
    final LongAdder receiptsRefused = new LongAdder();
    final LongAdder inboundTaken = new LongAdder();
    final LongAdder inboundRefused = new LongAdder();

    Counts counts(long pending, int sessions) {
        long took = accepted.sum();
        long refusedSum = refused.sum();
        return new Counts(
                took + refusedSum,
                took,
                refusedSum,
                throttled.sum(),
                receiptsSent.sum(),
                receiptsTaken.sum(),
                receiptsRefused.sum(),
                inboundTaken.sum(),
                inboundRefused.sum(),
                pending,
                sessions);
    }
}
