package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.Leases;
import org.springframework.stereotype.Component;

/** Takes over what nodes left whose lease has ended. */
@Component
class DeadNodes {
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
            doubts.markLeftBy(node.number());
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
