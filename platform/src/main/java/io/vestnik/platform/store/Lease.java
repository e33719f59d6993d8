package io.vestnik.platform.store;

import java.util.concurrent.TimeUnit;

/**
 * One thing that one node does, as this node sees it: cheap to ask before every turn of the work. Held, it is renewed every
 * two seconds by being asked; not held, it is tried again each second.
 */
public final class Lease {
    private static final long RENEWED_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long TRIED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Leases leases;
    private final String name;
    // Guarded by this.
    private boolean held;
    private long next = System.nanoTime();

    Lease(Leases leases, String name) {
        this.leases = leases;
        this.name = name;
    }

    /** Whether this node does it now; asks the database now and then, on the connections of the current pool. */
    public synchronized boolean isHeld() {
        long now = System.nanoTime();
        if (next - now <= 0) {
            held = false; // should asking fail
            held = leases.hold(name);
            next = now + (held ? RENEWED_NANOS : TRIED_NANOS);
        }
        return held;
    }

    /** Lets another node do it at once. */
    public synchronized void release() {
        if (held) {
            held = false;
            leases.release(name);
        }
    }
}
