package io.vestnik.platform.plans.domain;

import io.vestnik.platform.holidays.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes a schedule as RFC 5545 has it: DTSTART and RRULE lines; several RRULE lines where the times are not every one of some hours
 * with every one of some minutes; EXDATE and RDATE lines for what known holidays take away and add, and a line of our own by which
 * {@link RuleReader} knows where those come from.
 */
public final class RuleWriter {
    /** Says what becomes of runs on holidays; other programs pass over it (RFC 5545 §3.8.8.2). */
    static final String ON_HOLIDAY = "X-VESTNIK-ON-HOLIDAY";

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    /** How many runs are looked through for holidays: what a year of runs every quarter of an hour would be is not written out. */
    private static final int MOST_EXCEPTIONS = 500;

    private final Schedule schedule;
    private final Holidays holidays;

    private RuleWriter(Schedule schedule, Holidays holidays) {
        this.schedule = schedule;
        this.holidays = holidays;
    }

    /** The lines, without an end of line after the last; empty for a schedule that never runs. */
    public static String write(Schedule schedule, Holidays holidays) {
        return String.join("\n", new RuleWriter(schedule, holidays).lines());
    }

    private List<String> lines() {
        Instant before =
                schedule.from().atStartOfDay(schedule.zone()).toInstant().minusNanos(1);
        Instant first = plain().next(before, Holidays.NONE).orElse(null);
        if (first == null || schedule.next(before, holidays).isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(dated("DTSTART", List.of(first)));
        List<String> clocks = clocks();
        String end = end(clocks.size() == 1 && schedule.onHoliday() == OnHoliday.RUN, before);
        clocks.forEach(clock -> lines.add("RRULE:" + days() + clock + end));
        lines.addAll(exceptions(before));
        return lines;
    }

    /** The same without holidays. */
    private Schedule plain() {
        End end = schedule.end() instanceof End.After ? new End.Never() : schedule.end();
        return new Schedule(schedule.days(), schedule.times(), schedule.from(), end, schedule.zone(), OnHoliday.RUN);
    }

    private String days() {
        Days days = schedule.days();
        String freq = switch (days.every().unit()) {
            case DAYS -> "FREQ=DAILY";
            case WEEKS -> "FREQ=WEEKLY";
            case MONTHS -> "FREQ=MONTHLY";
        };
        return freq
                + (days.every().leavesNothingOut()
                        ? ""
                        : ";INTERVAL=" + days.every().count())
                + (days.every().unit() == Every.Unit.WEEKS ? ";WKST=MO" : "")
                + part("BYMONTH", days.months().stream().map(Month::getValue).toList())
                + part("BYMONTHDAY", days.dates())
                + part(
                        "BYDAY",
                        days.weekdays().stream().map(RuleWriter::letters).toList());
    }

    private static String letters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static String part(String name, Collection<?> values) {
        return values.isEmpty()
                ? ""
                : ";" + name + "=" + values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    /** The times as hours and minutes: a line for the hours that have the same minutes. */
    private List<String> clocks() {
        Map<Integer, SortedSet<Integer>> minutesOf = new TreeMap<>();
        for (LocalTime time : schedule.times()) {
            minutesOf.computeIfAbsent(time.getHour(), _ -> new TreeSet<>()).add(time.getMinute());
        }
        Map<List<Integer>, List<Integer>> hoursOf = new LinkedHashMap<>();
        minutesOf.forEach((hour, minutes) -> hoursOf.computeIfAbsent(List.copyOf(minutes), _ -> new ArrayList<>())
                .add(hour));
        return hoursOf.entrySet().stream()
                .map(it -> part("BYHOUR", it.getValue()) + part("BYMINUTE", it.getKey()))
                .toList();
    }

    /** Runs are counted off only where the rule counts the same ones as we do; otherwise the last one is named. */
    private String end(boolean countable, Instant before) {
        return switch (schedule.end()) {
            case End.Never _ -> "";
            case End.Until(LocalDate day) -> ";UNTIL=" + utc(endOf(day));
            case End.After(int runs) -> {
                List<Instant> all = schedule.runs(before, runs, holidays);
                yield countable ? ";COUNT=" + runs : ";UNTIL=" + utc(all.getLast());
            }
        };
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(schedule.zone()).toInstant().minusSeconds(1);
    }

    private List<String> exceptions(Instant before) {
        if (schedule.onHoliday() == OnHoliday.RUN) {
            return List.of();
        }
        List<Instant> ruled = plain().runs(before, MOST_EXCEPTIONS, Holidays.NONE);
        SortedSet<Instant> real = new TreeSet<>(schedule.runs(before, MOST_EXCEPTIONS, holidays));
        Instant last = comparable(ruled, real);
        List<Instant> without = ruled.stream()
                .filter(run -> !run.isAfter(last) && !real.contains(run))
                .toList();
        List<Instant> besides = real.stream()
                .filter(run -> !run.isAfter(last) && !ruled.contains(run))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(ON_HOLIDAY + ":" + schedule.onHoliday());
        if (!without.isEmpty()) {
            lines.add(dated("EXDATE", without));
        }
        if (!besides.isEmpty()) {
            lines.add(dated("RDATE", besides));
        }
        return lines;
    }

    /** Up to where both are known: either may have been cut off. */
    private Instant comparable(List<Instant> ruled, SortedSet<Instant> real) {
        Instant last = schedule.end() instanceof End.After ? real.last() : Instant.MAX;
        if (ruled.size() == MOST_EXCEPTIONS && ruled.getLast().isBefore(last)) {
            last = ruled.getLast();
        }
        return real.size() == MOST_EXCEPTIONS && real.last().isBefore(last) ? real.last() : last;
    }

    private String dated(String name, List<Instant> moments) {
        ZoneId zone = schedule.zone();
        String values = moments.stream()
                .map(moment -> LOCAL.format(LocalDateTime.ofInstant(moment, zone)))
                .collect(Collectors.joining(","));
        return name + ";TZID=" + zone.getId() + ":" + values;
    }

    private static String utc(Instant moment) {
        return UTC.format(moment.atOffset(ZoneOffset.UTC));
    }
}
