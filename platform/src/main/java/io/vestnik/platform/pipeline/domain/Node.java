package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.store.FaultLog;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's number among at most 32, held by a lease; and the source of message ids, which carry it. */
@Component
class Node implements SmartLifecycle {
    static final int NODES = 32;
    /** How the names of the nodes' leases begin. */
    static final String LEASES = "pipeline.node.";

    private static final Logger log = LoggerFactory.getLogger(Node.class);
    private static final FaultLog faults = new FaultLog(log);

    private final Leases leases;
    private final int number;
    private final MessageIds ids;
    private volatile boolean running;
    private volatile long renewedAt = System.nanoTime();
    private volatile Thread renewer = Thread.currentThread();

    Node(Leases leases, AcceptStore store, Clock clock) {
        this.leases = leases;
        this.number = take(leases);
        this.ids = new MessageIds(clock, number, store.highestId());
    }

    private static int take(Leases leases) {
        for (int number = 0; number < NODES; number++) {
            if (leases.hold(lease(number))) {
                return number;
            }
        }
        throw new IllegalStateException("All " + NODES + " nodes run already");
    }

    static String lease(int number) {
        return LEASES + number;
    }

    int number() {
        return number;
    }

    MessageIds ids() {
        return ids;
    }

    /** Whether this node may write to its sockets: its lease was renewed less than four seconds ago. */
    boolean mayWrite() {
        return System.nanoTime() - renewedAt < TimeUnit.SECONDS.toNanos(4);
    }

    @Override
    public void start() {
        if (!leases.hold(lease(number))) {
            throw new IllegalStateException("Node " + number + " was taken by another process meanwhile");
        }
        running = true;
        renewedAt = System.nanoTime();
        renewer = Thread.ofPlatform().daemon().name("node-lease").start(this::renew);
    }

    private void renew() {
        while (running) {
            try {
                long before = System.nanoTime();
                if (Pool.HOT.call(() -> leases.hold(lease(number)))) {
                    renewedAt = before;
                } else {
                    log.error("Node {}: another process holds its lease; nothing is sent", number);
                }
            } catch (RuntimeException e) {
                faults.failed("The lease of node " + number, e);
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        renewer.interrupt();
        leases.release(lease(number));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to start, the last to stop. */
    @Override
    public int getPhase() {
        return 0;
    }
}
