package io.vestnik.platform.pipeline.domain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/**
 * While receipts come faster than they are stored, lets messages leave more slowly than receipts are stored. Sending is cheaper:
 * left alone it takes the machine from the receipts, which gather at the networks where nobody here can count them. What
 * cannot leave stays in the queue, whose bound closes the doors.
 */
@Component
class ReceiptPace {
    /** Receipts in hand after a batch of them, the batch among them; a store that keeps up has fewer. */
    static final int MANY = 800;

    /** Messages that may leave for ten receipts, so that what has gathered grows less. */
    private static final int OF_TEN = 9;
    /** How much the newest batch counts among those before. */
    private static final double NEWEST_SHARE = 0.2;
    /** Messages that may leave at once when none left for a while. */
    private static final int MOST_SAVED = 1_000;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private double inHand;
    private double room;
    private boolean behind;

    ReceiptPace(MeterRegistry meters) {
        Gauge.builder("vestnik.pipeline.paced", this, pace -> pace.isBehind() ? 1 : 0)
                .description("1 while messages leave by the pace of receipts")
                .register(meters);
    }

    private synchronized boolean isBehind() {
        return behind;
    }

    /** Is told when there may be room again. */
    void onRoom(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * A batch of receipts is dealt with.
     *
     * @param stored how many of them are stored now
     * @param left those that came meanwhile
     */
    void stored(int stored, int left) {
        if (note(stored, left)) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized boolean note(int stored, int left) {
        boolean before = behind;
        inHand += (stored + left - inHand) * NEWEST_SHARE;
        // With none left there may be no further batch to end it.
        behind = left > 0 && inHand >= MANY;
        if (behind) {
            room = Math.min(MOST_SAVED, (before ? room : 0) + stored * OF_TEN / 10.0);
        }
        return before;
    }

    /** How many of so many messages may leave now. */
    synchronized int room(int wanted) {
        return behind ? Math.clamp((long) room, 0, wanted) : wanted;
    }

    /** So many receipts are to come for what leaves now. */
    synchronized void left(int receipts) {
        if (behind) {
            room -= receipts;
        }
    }
}
