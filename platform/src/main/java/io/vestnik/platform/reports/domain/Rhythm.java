package io.vestnik.platform.reports.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a report comes, and so which time it is about. Stored by its number, which never changes. */
public enum Rhythm {
    /** Each day, about the day before. */
    DAILY(1),
    /** Each Monday, about the week before. */
    WEEKLY(2),
    /** On the first of each month, about the month before. */
    MONTHLY(3);

    private final int number;

    Rhythm(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in forms and bundles, such as {@code weekly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rhythm stored under this number; an unknown one is refused. */
    public static Rhythm ofNumber(int number) {
        for (Rhythm rhythm : values()) {
            if (rhythm.number == number) {
                return rhythm;
            }
        }
        throw new IllegalArgumentException("Not a rhythm: " + number);
    }

    /** The next time after this moment at which it comes; an hour that a change of clocks skips comes later by the gap. */
    public Instant next(Instant after, int hour, ZoneId zone) {
        LocalDate day = begin(LocalDate.ofInstant(after, zone));
        Instant at = day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
        while (!at.isAfter(after)) {
            day = following(day);
            at = day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
        }
        return at;
    }

    /** The first day of what a report of this day is about; it ends before the day itself. */
    public LocalDate from(LocalDate day) {
        LocalDate until = begin(day);
        return switch (this) {
            case DAILY -> until.minusDays(1);
            case WEEKLY -> until.minusWeeks(1);
            case MONTHLY -> until.minusMonths(1);
        };
    }

    /** The day before which it ends. */
    public LocalDate until(LocalDate day) {
        return begin(day);
    }

    private LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
        };
    }

    private LocalDate following(LocalDate day) {
        return switch (this) {
            case DAILY -> day.plusDays(1);
            case WEEKLY -> day.plusWeeks(1);
            case MONTHLY -> day.plusMonths(1);
        };
    }
}
