package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.pipeline.Windows;
import java.time.Duration;
import java.time.Instant;

/**
 * How many of a wave are let go now, and when the next: a few seconds' worth at a time, so that a slow campaign goes by one
 * and one and a fast one by thousands. Nothing is planned ahead for each recipient: after a pause, or a night in which the
 * server did not run, what is left is spread over the time that is left.
 */
final class Pacing {
    /** The most that one step queues. */
    static final int STEP = 3_000;

    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private Pacing() {}

    /**
     * A handful.
     *
     * @param next when more may follow; at once where the windows do not open again, so that whoever looks then sees it
     */
    record Portion(int messages, Instant next) {}

    /**
     * The next handful of a wave.
     *
     * @param now a moment at which the windows are open
     * @param planned when this handful was to go, not after now
     */
    static Portion next(Spread spread, Wave wave, Windows windows, Instant planned, Instant now) {
        Instant lately = now.minus(BEAT);
        Instant from = planned.isBefore(lately) ? lately : planned; // a hitch is made up for, an outage is not
        return switch (spread) {
            case Spread.AtOnce _ -> all(windows, now);
            case Spread.PerHour(int messages) -> {
                int count = beat(messages * BEAT.toNanos() / HOUR);
                yield new Portion(
                        count,
                        windows.opens(from.plusNanos(HOUR / messages * count)).orElse(now));
            }
            case Spread.Over _ -> over(wave, windows, from, now);
        };
    }

    private static Portion over(Wave wave, Windows windows, Instant from, Instant now) {
        Instant deadline = wave.deadline();
        long left = deadline == null ? 0 : windows.open(from, deadline).toNanos();
        long people = Math.max(1, wave.people() - wave.taken());
        if (left <= 0) {
            return all(windows, now);
        }
        long interval = Math.max(1, left / people);
        int count = (int) Math.min(people, beat(BEAT.toNanos() / interval));
        return new Portion(
                count, windows.after(from, Duration.ofNanos(interval * count)).orElse(now));
    }

    private static Portion all(Windows windows, Instant now) {
        return new Portion(STEP, windows.opens(now).orElse(now));
    }

    private static int beat(long messages) {
        return Math.clamp(messages, 1, STEP);
    }
}
