package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Outages;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes over what nodes left whose lease has ended. */
@Component
class DeadNodes {
    private static final Logger log = LoggerFactory.getLogger(DeadNodes.class);
    private static final long BETWEEN_TRIES_NANOS = 100_000_000;

    private final Node node;
    private final Leases leases;
    private final Doubts doubts;

    DeadNodes(Node node, Leases leases, Doubts doubts) {
        this.node = node;
        this.leases = leases;
        this.doubts = doubts;
    }

    /** What stands under our own number was left by a process before us. */
    void takeOverOwnNumber() {
        while (doubts.leftBy(node.number())) {
            try {
                doubts.markLeftBy(node.number());
            } catch (RuntimeException e) {
                if (!Outages.isOutage(e)) {
                    throw e;
                }
                // Receipts that come meanwhile end the same messages; who of two gave way is asked again.
                log.info("What node {} left is taken over at the next try: {}", node.number(), e.toString());
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    void takeOver() {
        for (int number : doubts.flying()) {
            if (number != node.number() && leases.hold(Node.lease(number))) {
                doubts.markLeftBy(number);
                leases.release(Node.lease(number));
            }
        }
    }
}
