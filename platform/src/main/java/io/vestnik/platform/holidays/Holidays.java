package io.vestnik.platform.holidays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Map;
import java.util.Set;

/**
 * The production calendar of a country, and the days off that an account added.
 *
 * @param everyYear holidays by law, and in which years they are
 * @param afterEaster holidays that are so many days after Orthodox Easter
 * @param days of the years that are known: holidays and days off that were moved there, and weekends that are worked
 * @param years of which it is known which days were moved; of others only the holidays by law are
 * @param own days off of an account
 */
public record Holidays(
        Map<MonthDay, Span> everyYear,
        Set<Integer> afterEaster,
        Map<LocalDate, Kind> days,
        Set<Year> years,
        Set<LocalDate> own) {
    /** No holidays at all; Saturdays and Sundays are not worked. */
    public static final Holidays NONE = new Holidays(Map.of(), Set.of(), Map.of(), Set.of(), Set.of());

    /** What a day of a production calendar is where it is not an ordinary one. */
    public enum Kind {
        OFF,
        WORKED
    }

    /** The years in which a law holds, both included. */
    public record Span(int from, int until) {
        boolean has(int year) {
            return from <= year && year <= until;
        }
    }

    public Holidays {
        everyYear = Map.copyOf(everyYear);
        afterEaster = Set.copyOf(afterEaster);
        days = Map.copyOf(days);
        years = Set.copyOf(years);
        own = Set.copyOf(own);
    }

    /** The same calendar with other days off of the account's own. */
    public Holidays with(Set<LocalDate> others) {
        return new Holidays(everyYear, afterEaster, days, years, others);
    }

    /** Whether it is a holiday, or a day off that was moved there or that the account added. */
    public boolean isHoliday(LocalDate day) {
        return own.contains(day)
                || days.get(day) == Kind.OFF
                || (days.get(day) != Kind.WORKED && (isByLaw(day) || isAfterEaster(day)));
    }

    private boolean isByLaw(LocalDate day) {
        Span span = everyYear.get(MonthDay.from(day));
        return span != null && span.has(day.getYear());
    }

    private boolean isAfterEaster(LocalDate day) {
        return !afterEaster.isEmpty()
                && afterEaster.contains(
                        (int) (day.toEpochDay() - easter(day.getYear()).toEpochDay()));
    }

    /** Orthodox Easter by the rule of the Julian calendar, as our calendar names the day; until the year 2099. */
    static LocalDate easter(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int shifted = moon + sunday + 114;
        return LocalDate.of(year, shifted / 31, shifted % 31 + 1).plusDays(13);
    }

    /** Whether people work. */
    public boolean isWorked(LocalDate day) {
        if (isHoliday(day)) {
            return false;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return days.get(day) == Kind.WORKED || (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
    }

    /** Whether it is known which days off of this year were moved. */
    public boolean knows(int year) {
        return years.contains(Year.of(year));
    }
}
