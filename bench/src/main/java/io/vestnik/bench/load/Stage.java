package io.vestnik.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * How long messages took to come to a point of their way. Times count from when a message was meant to leave, not from when
 * the source got round to it, so a stall shows in all messages that it held up. Any thread may record.
 */
public final class Stage {

    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final double MICROS_A_MILLI = 1e3;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    private volatile long last;

    /** A message came here; both by {@link System#nanoTime}. */
    public void record(long intended, long now) {
        micros.recordValue(Math.clamp((now - intended) / 1_000, 0, LONGEST_MICROS));
        last = now;
    }

    /** How many came. */
    public long count() {
        return micros.getTotalCount();
    }

    /** When the last one came, by {@link System#nanoTime}; 0 before the first. */
    public long last() {
        return last;
    }

    /** Milliseconds that so many per cent did not exceed, 0 to 100. */
    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_A_MILLI;
    }
}
