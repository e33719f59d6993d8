package io.vestnik.platform.campaigns.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The people of an audience who live by the same clock, and how far they are queued. A campaign that goes by the clock of its
 * account is one wave, of the number 0.
 *
 * @param number 1 and up where each recipient's clock counts: the number that stands at their lines
 * @param country whose quiet hours they have; empty where nobody asks
 * @param people how many were frozen
 * @param startsAt when their first may leave
 * @param deadline by when their last shall leave; none where that is not asked for
 * @param nextAt before this moment no more of them are queued
 * @param through the phone up to which they are queued
 * @param taken how many were queued, or left out when it was their turn
 */
public record Wave(
        int number,
        String country,
        ZoneId zone,
        long people,
        Instant startsAt,
        @Nullable Instant deadline,
        Instant nextAt,
        String through,
        long taken,
        boolean complete) {

    /** From this number on waves wait until a trial has told what they read. */
    static final int WAITING = 1_000;

    /** Whether its people wait for the end of a trial. */
    public boolean waits() {
        return number >= WAITING;
    }

    /** One of which nobody is queued yet. */
    static Wave first(
            int number, String country, ZoneId zone, long people, Instant startsAt, @Nullable Instant deadline) {
        return new Wave(number, country, zone, people, startsAt, deadline, startsAt, "", 0, people == 0);
    }

    /** After more of them were taken, up to this phone. */
    Wave after(int more, String last, Instant next) {
        return new Wave(
                number,
                country,
                zone,
                people,
                startsAt,
                deadline,
                next,
                last,
                taken + more,
                complete || taken + more >= people);
    }

    /** Nobody of them is left. */
    Wave completed() {
        return new Wave(number, country, zone, people, startsAt, deadline, nextAt, through, taken, true);
    }
}
