package io.vestnik.platform.plans.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days and times of an occasion. A day is gathered before it begins anywhere on Earth, so that whoever lives farthest east is
 * greeted in time, and again before each of its hours: people come and dates are put right while it lasts.
 */
final class GreetingDays {
    private static final ZoneOffset FARTHEST_EAST = ZoneOffset.ofHours(14);
    /** From the first time that an hour strikes somewhere to the last. */
    private static final Duration LONGEST = Duration.ofHours(26);

    private static final Duration HOUR = Duration.ofHours(1);
    /** So long before an hour strikes whom it is for is looked up again. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private final Occasion.Anniversary occasion;

    GreetingDays(Occasion.Anniversary occasion) {
        this.occasion = occasion;
    }

    /** The newest day whose people are to be gathered by now. */
    LocalDate newest(Instant now) {
        return now.atOffset(FARTHEST_EAST)
                .minusNanos(occasion.time().toNanoOfDay())
                .toLocalDate();
    }

    /** When the people of this day are gathered: as its hour strikes for the first time anywhere. */
    Instant gathering(LocalDate day) {
        return day.atTime(occasion.time()).toInstant(FARTHEST_EAST);
    }

    /** The oldest day whose hour has still to strike somewhere. */
    LocalDate oldest(Instant now) {
        LocalDate before = newest(now).minusDays(1);
        return gathering(before).plus(LONGEST).isAfter(now) ? before : before.plusDays(1);
    }

    /** When people are looked up next: as a day begins, and shortly before each of its hours. */
    Instant next(Instant now) {
        Instant begun = gathering(newest(now));
        long hour = Duration.between(begun, now).plus(AHEAD).dividedBy(HOUR) + 1;
        Instant ahead = begun.plus(HOUR.multipliedBy(hour)).minus(AHEAD);
        Instant day = gathering(newest(now).plusDays(1));
        return ahead.isBefore(day) ? ahead : day;
    }

    /** The days on which somebody may be greeted at this moment: it is not the same day everywhere. */
    List<LocalDate> at(Instant due) {
        LocalDate last = newest(due);
        return Stream.of(last.minusDays(1), last)
                .filter(day -> !gathering(day).plus(LONGEST).isBefore(due))
                .toList();
    }

    /** When somebody in this zone is greeted on this day. */
    Instant due(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, occasion.time(), zone).toInstant();
    }

    /** The year of the occasion that is greeted on this day: five days before the first of January it is the next one. */
    int year(LocalDate day) {
        return day.minusDays(occasion.offset()).getYear();
    }

    /** Which dates of people are meant on this day. */
    Set<MonthDay> dates(LocalDate day) {
        LocalDate occurs = day.minusDays(occasion.offset());
        Set<MonthDay> dates = new HashSet<>(Set.of(MonthDay.from(occurs)));
        LocalDate stand = switch (occasion.leapDay()) {
            case FEBRUARY -> LocalDate.of(occurs.getYear(), 2, 28);
            case MARCH -> LocalDate.of(occurs.getYear(), 3, 1);
        };
        if (!occurs.isLeapYear() && occurs.equals(stand)) {
            dates.add(LEAP_DAY);
        }
        return dates;
    }
}
