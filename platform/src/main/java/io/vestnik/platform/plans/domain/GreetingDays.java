package io.vestnik.platform.plans.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;

/**
 * The days and times of an occasion. A day is gathered before it begins anywhere on Earth, so that whoever lives farthest east is
 * greeted in time.
 */
final class GreetingDays {
    private static final ZoneOffset FARTHEST_EAST = ZoneOffset.ofHours(14);
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
