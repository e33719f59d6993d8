package io.vestnik.platform.webhooks.domain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try: growing from 10 seconds to 6 hours, a fifth more or less by chance. */
final class Pauses {
    /** For how long a callback is tried. */
    static final Duration LIFETIME = Duration.ofDays(3);

    static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6));

    private static final double JITTER = 0.2;
    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private Pauses() {}

    /**
     * The pause after a failure.
     *
     * @param tries how often it was tried by now; at least 1
     * @param wished what the receiver asked for; at most a day of it is granted
     */
    static Duration after(int tries, @Nullable Duration wished) {
        Duration step = STEPS.get(Math.min(tries, STEPS.size()) - 1);
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        Duration pause = Duration.ofMillis((long) (step.toMillis() * factor));
        if (wished == null || wished.compareTo(pause) <= 0) {
            return pause;
        }
        return granted(wished);
    }

    /** What a receiver asked for, a day at most. */
    static Duration granted(Duration wished) {
        return wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
    }
}
