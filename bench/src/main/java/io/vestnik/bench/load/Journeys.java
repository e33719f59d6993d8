package io.vestnik.bench.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** When each message of a run was meant to leave, by its ordinal. What came before or belongs to another run is passed over. */
public final class Journeys {

    private final long first;
    private final AtomicLongArray intended;

    /** For so many messages from that ordinal on. */
    public Journeys(long first, int count) {
        this.first = first;
        this.intended = new AtomicLongArray(count);
    }

    /** The ordinal of the first. */
    public long first() {
        return first;
    }

    /** How many there are. */
    public int count() {
        return intended.length();
    }

    /** A message is meant to leave at this time of {@link System#nanoTime}. */
    public void leaves(long ordinal, long nanos) {
        intended.setPlain((int) (ordinal - first), nanos);
    }

    /** A message came to a stage. */
    public void comes(Stage stage, long ordinal, long now) {
        long at = ordinal - first;
        if (at >= 0 && at < intended.length()) {
            long left = intended.getPlain((int) at);
            if (left != 0) {
                stage.record(left, now);
            }
        }
    }
}
