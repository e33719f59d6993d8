package io.vestnik.platform.accounts.domain;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Hours of each day, by the wall clock: from inclusive to exclusive; over midnight where the end is earlier than the start.
 *
 * @param to never the same as {@code from}
 */
public record Daytime(LocalTime from, LocalTime to) {
    public Daytime {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Hours that are none, or all: " + from);
        }
    }

    boolean holds(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean before = time.isBefore(to);
        return from.isBefore(to) ? begun && before : begun || before;
    }

    /** How long until they begin again; nothing while they last. */
    Duration untilOpen(ZonedDateTime now) {
        if (holds(now.toLocalTime())) {
            return Duration.ZERO;
        }
        ZonedDateTime today = now.toLocalDate().atTime(from).atZone(now.getZone());
        ZonedDateTime opens = today.isAfter(now)
                ? today
                : now.toLocalDate().plusDays(1).atTime(from).atZone(now.getZone());
        return Duration.between(now, opens);
    }
}
