package io.vestnik.platform.webhooks.domain;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** What this node does for one account at a time: so many requests, between which its outlets come round. */
final class Share {
    /** Receivers that take their time leave room for those of others. */
    static final int MOST_REQUESTS = 64;

    private static final int MOST_HELD = 10_000;

    private final LinkedHashSet<Way> waiting = new LinkedHashSet<>();
    private int requests;
    private int held;

    /** Whether one more request may begin; otherwise this one's turn comes. */
    synchronized boolean begin(Way way) {
        if (requests == MOST_REQUESTS) {
            waiting.add(way);
            return false;
        }
        requests++;
        return true;
    }

    /** A request has ended, or was none: whose turn it is; none where nobody waits. */
    synchronized @Nullable Way ended() {
        requests--;
        return waiting.isEmpty() ? null : waiting.removeFirst();
    }

    /** What was to be a request was none: whose turn it is, this one behind those that wait. */
    synchronized Way endedBefore(Way way) {
        requests--;
        waiting.add(way);
        return waiting.removeFirst();
    }

    /** How many more callbacks are taken for the account. */
    synchronized int room() {
        return Math.max(0, MOST_HELD - held);
    }

    synchronized void took() {
        held++;
    }

    synchronized void left(int callbacks) {
        held -= callbacks;
    }

    /** An outlet and the share out of which it lives. */
    static final class Way {
        private final Outlet outlet;
        private final Share share;

        Way(Outlet outlet, Share share) {
            this.outlet = outlet;
            this.share = share;
        }

        Outlet outlet() {
            return outlet;
        }

        Share share() {
            return share;
        }
    }
}
