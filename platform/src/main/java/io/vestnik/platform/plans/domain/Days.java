package io.vestnik.platform.plans.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are meant: those that are in one of the months, have one of the dates, are one of the weekdays and belong to the
 * interval. An empty set narrows nothing.
 *
 * @param dates days of the month, 1 to 31; {@link #LAST} is the last one, whichever it is
 */
public record Days(Set<Month> months, Set<Integer> dates, Set<DayOfWeek> weekdays, Every every) {
    /** The last day of a month. */
    public static final int LAST = -1;

    /** Every day there is. */
    public static final Days ALL = new Days(Set.of(), Set.of(), Set.of(), Every.DAY);

    private static final int LATEST = 31;

    public Days {
        months = inOrder(months);
        dates = inOrder(dates);
        weekdays = inOrder(weekdays);
        if (!dates.stream().allMatch(date -> date == LAST || (date >= 1 && date <= LATEST))) {
            throw new IllegalArgumentException("Not days of a month: " + dates);
        }
    }

    private static <T extends Comparable<T>> Set<T> inOrder(Set<T> some) {
        return Collections.unmodifiableSet(new TreeSet<>(some));
    }

    /** Whether it is meant, when the interval is counted from the start. */
    boolean take(LocalDate day, LocalDate start) {
        return !day.isBefore(start)
                && (months.isEmpty() || months.contains(day.getMonth()))
                && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                && (dates.isEmpty() || hasDate(day))
                && every.takes(day, start);
    }

    private boolean hasDate(LocalDate day) {
        int date = day.getDayOfMonth();
        return dates.contains(date) || (date == day.lengthOfMonth() && dates.contains(LAST));
    }

    /** Whether none of the months ever has one of the dates, as February has no 31st. */
    boolean impossible() {
        int longest = (months.isEmpty() ? Set.of(Month.JANUARY) : months)
                .stream().mapToInt(Month::maxLength).max().orElse(LATEST);
        return !dates.isEmpty() && dates.stream().allMatch(date -> date > longest);
    }

    /**
     * The same days, told without an interval of one: every week without weekdays means the weekday of the start, every month
     * without dates the date of the start, as RFC 5545 has it.
     */
    Days from(LocalDate start) {
        return switch (every.unit()) {
            case DAYS -> this;
            case WEEKS -> new Days(months, dates, weekdays.isEmpty() ? Set.of(start.getDayOfWeek()) : weekdays, told());
            case MONTHS ->
                new Days(
                        months,
                        dates.isEmpty() && weekdays.isEmpty() ? Set.of(start.getDayOfMonth()) : dates,
                        weekdays,
                        told());
        };
    }

    private Every told() {
        return every.leavesNothingOut() ? Every.DAY : every;
    }
}
