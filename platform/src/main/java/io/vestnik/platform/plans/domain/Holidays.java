package io.vestnik.platform.plans.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Map;
import java.util.Set;

/**
 * The production calendar of a country, and the days off that an account added.
 *
 * @param everyYear holidays by law, in every year
 * @param days of the years that are known: holidays and days off that were moved there, and weekends that are worked
 * @param years of which it is known which days were moved; of others only the holidays by law are
 * @param own days off of an account
 */
public record Holidays(Set<MonthDay> everyYear, Map<LocalDate, Kind> days, Set<Year> years, Set<LocalDate> own) {
    /** No holidays at all; Saturdays and Sundays are not worked. */
    public static final Holidays NONE = new Holidays(Set.of(), Map.of(), Set.of(), Set.of());

    /** What a day of a production calendar is where it is not an ordinary one. */
    public enum Kind {
        OFF,
        WORKED
    }

    public Holidays {
        everyYear = Set.copyOf(everyYear);
        days = Map.copyOf(days);
        years = Set.copyOf(years);
        own = Set.copyOf(own);
    }

    /** The same calendar with other days off of the account's own. */
    public Holidays with(Set<LocalDate> others) {
        return new Holidays(everyYear, days, years, others);
    }

    /** Whether it is a holiday, or a day off that was moved there or that the account added. */
    boolean isHoliday(LocalDate day) {
        return own.contains(day)
                || days.get(day) == Kind.OFF
                || (days.get(day) != Kind.WORKED && everyYear.contains(MonthDay.from(day)));
    }

    /** Whether people work. */
    boolean isWorked(LocalDate day) {
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
