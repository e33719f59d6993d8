package io.vestnik.platform.campaigns;

import java.time.Duration;

/** How fast the messages of a campaign are let go once they may leave. */
public sealed interface Spread {
    /** All of them, as fast as the networks take them. */
    record AtOnce() implements Spread {}

    /** Evenly, the last before this time has passed since the start; closed hours are left out of account. */
    record Over(Duration period) implements Spread {}

    /** At most so many within an hour. */
    record PerHour(int messages) implements Spread {}
}
