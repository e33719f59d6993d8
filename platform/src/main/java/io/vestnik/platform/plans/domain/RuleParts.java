package io.vestnik.platform.plans.domain;

import io.vestnik.platform.plans.domain.RuleReader.Reading.Refused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.Weekday;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.WeekdayNum;
import org.jspecify.annotations.Nullable;

/** What one RRULE means in the words of a schedule, or what of it we cannot run. */
final class RuleParts {
    private static final List<Part> NOT_RUN =
            List.of(Part.BYSETPOS, Part.BYWEEKNO, Part.BYYEARDAY, Part.RSCALE, Part.SKIP);
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int WEEK = 7;
    private static final int MOST_WEEKS_OF_A_MONTH = 5;

    private final RecurrenceRule rule;
    private final RuleReader.Start start;

    RuleParts(RecurrenceRule rule, RuleReader.Start start) {
        this.rule = rule;
        this.start = start;
    }

    /** The first thing that we cannot run; none when all is well. */
    @Nullable
    Refused unfit() {
        for (Part part : NOT_RUN) {
            if (rule.hasPart(part)) {
                return new Refused("not_run", part.name());
            }
        }
        if (part(Part.BYSECOND).stream().anyMatch(second -> second != 0)) {
            return new Refused("not_run", "BYSECOND");
        }
        if (part(Part.BYMONTHDAY).stream().anyMatch(date -> date < Days.LAST)) {
            return new Refused("not_run", "BYMONTHDAY=" + part(Part.BYMONTHDAY).getFirst());
        }
        Refused unfit = unfitFrequency();
        return unfit == null ? unfitWeekdays() : unfit;
    }

    private @Nullable Refused unfitFrequency() {
        int interval = rule.getInterval();
        Refused interrupted = new Refused("not_run", "FREQ=" + rule.getFreq() + ";INTERVAL=" + interval);
        boolean fits = switch (rule.getFreq()) {
            case SECONDLY -> false;
            case MINUTELY -> interval >= Schedule.CLOSEST.toMinutes() && MINUTES % interval == 0;
            case HOURLY -> interval <= HOURS && HOURS % interval == 0;
            case DAILY -> Every.fits(interval, Every.Unit.DAYS);
            case WEEKLY -> Every.fits(interval, Every.Unit.WEEKS);
            case MONTHLY -> Every.fits(interval, Every.Unit.MONTHS);
            case YEARLY -> interval == 1;
        };
        if (rule.getFreq() == Freq.SECONDLY) {
            return new Refused("not_run", "FREQ=SECONDLY");
        }
        if (!fits) {
            return interrupted;
        }
        if (rule.getFreq() == Freq.WEEKLY && interval > 1 && rule.getWeekStart() != Weekday.MO) {
            return new Refused("not_run", "WKST=" + rule.getWeekStart());
        }
        boolean clock = rule.getFreq() == Freq.HOURLY || rule.getFreq() == Freq.MINUTELY || rule.hasPart(Part.BYHOUR);
        return start.time() == null && !clock ? new Refused("no_times", "") : null;
    }

    /** The first Monday is a Monday among the first seven days, as long as all weekdays are counted alike. */
    private @Nullable Refused unfitWeekdays() {
        Map<Weekday, Set<Integer>> places = places();
        boolean counted = places.values().stream().anyMatch(it -> !it.equals(Set.of(0)));
        if (!counted) {
            return null;
        }
        boolean inMonth =
                rule.getFreq() == Freq.MONTHLY || (rule.getFreq() == Freq.YEARLY && rule.hasPart(Part.BYMONTH));
        boolean alike = Set.copyOf(places.values()).size() == 1;
        boolean near = places.values().stream()
                .flatMap(Set::stream)
                .allMatch(place -> place >= 1 && place <= MOST_WEEKS_OF_A_MONTH);
        boolean dated = rule.hasPart(Part.BYMONTHDAY);
        return inMonth && alike && near && !dated
                ? null
                : new Refused(
                        "not_run",
                        "BYDAY="
                                + rule.getByDayPart().stream()
                                        .map(WeekdayNum::toString)
                                        .collect(Collectors.joining(",")));
    }

    /**
     * Why it has no end that we know; none when it has.
     *
     * @param times all that it runs at, of other rules beside it too
     */
    @Nullable
    Refused unfitEnd(List<LocalTime> times) {
        if (rule.getCount() != null && !End.After.fits(rule.getCount())) {
            return new Refused("not_run", "COUNT=" + rule.getCount());
        }
        return rule.getUntil() != null && lastDay(times) == null ? new Refused("ends_within_a_day", "") : null;
    }

    private Map<Weekday, Set<Integer>> places() {
        Map<Weekday, Set<Integer>> places = new TreeMap<>();
        if (rule.hasPart(Part.BYDAY)) {
            rule.getByDayPart()
                    .forEach(day -> places.computeIfAbsent(day.weekday, _ -> new TreeSet<>())
                            .add(day.pos));
        }
        return places;
    }

    Days days() {
        Set<Month> months =
                part(Part.BYMONTH).stream().map(month -> Month.of(month + 1)).collect(Collectors.toSet());
        Set<Integer> dates = new TreeSet<>(part(Part.BYMONTHDAY));
        Map<Weekday, Set<Integer>> places = places();
        places.values().stream()
                .limit(1)
                .flatMap(Set::stream)
                .filter(place -> place > 0)
                .forEach(place -> IntStream.rangeClosed((place - 1) * WEEK + 1, Math.min(place * WEEK, 31))
                        .forEach(dates::add));
        Set<DayOfWeek> weekdays =
                places.keySet().stream().map(RuleParts::weekday).collect(Collectors.toSet());
        if (rule.getFreq() == Freq.YEARLY && dates.isEmpty() && weekdays.isEmpty()) {
            dates.add(start.day().getDayOfMonth());
            months = months.isEmpty() ? Set.of(start.day().getMonth()) : months;
        }
        return new Days(months, dates, weekdays, every()).from(start.day());
    }

    private Every every() {
        int interval = rule.getInterval();
        return switch (rule.getFreq()) {
            case WEEKLY -> new Every(interval, Every.Unit.WEEKS);
            case MONTHLY -> new Every(interval, Every.Unit.MONTHS);
            case DAILY -> new Every(interval, Every.Unit.DAYS);
            case SECONDLY, MINUTELY, HOURLY, YEARLY -> Every.DAY;
        };
    }

    private static DayOfWeek weekday(Weekday day) {
        return switch (day) {
            case MO -> DayOfWeek.MONDAY;
            case TU -> DayOfWeek.TUESDAY;
            case WE -> DayOfWeek.WEDNESDAY;
            case TH -> DayOfWeek.THURSDAY;
            case FR -> DayOfWeek.FRIDAY;
            case SA -> DayOfWeek.SATURDAY;
            case SU -> DayOfWeek.SUNDAY;
        };
    }

    List<LocalTime> times() {
        List<LocalTime> times = new ArrayList<>();
        for (int hour : hours()) {
            for (int minute : minutes()) {
                times.add(LocalTime.of(hour, minute));
            }
        }
        return times.stream().sorted().toList();
    }

    private List<Integer> hours() {
        LocalTime begin = start.time();
        int first = begin == null ? 0 : begin.getHour();
        return switch (rule.getFreq()) {
            case MINUTELY -> among(HOURS, 1, 0, Part.BYHOUR);
            case HOURLY -> among(HOURS, rule.getInterval(), first, Part.BYHOUR);
            case SECONDLY, DAILY, WEEKLY, MONTHLY, YEARLY ->
                rule.hasPart(Part.BYHOUR) ? part(Part.BYHOUR) : List.of(first);
        };
    }

    private List<Integer> minutes() {
        LocalTime begin = start.time();
        int first = begin == null ? 0 : begin.getMinute();
        if (rule.getFreq() == Freq.MINUTELY) {
            return among(MINUTES, rule.getInterval(), first, Part.BYMINUTE);
        }
        return rule.hasPart(Part.BYMINUTE) ? part(Part.BYMINUTE) : List.of(first);
    }

    /** Every so many of an hour or a day, counted from the first; of those only the ones that the part names, where it is there. */
    private List<Integer> among(int all, int interval, int first, Part part) {
        return IntStream.range(0, all)
                .filter(it -> Math.floorMod(it - first, interval) == 0)
                .filter(it -> !rule.hasPart(part) || part(part).contains(it))
                .boxed()
                .toList();
    }

    /** When it is over; it has an end that we know. */
    End end(List<LocalTime> times) {
        if (rule.getCount() != null) {
            return new End.After(rule.getCount());
        }
        LocalDate last = lastDay(times);
        return last == null ? new End.Never() : new End.Until(last);
    }

    private @Nullable LocalDate lastDay(List<LocalTime> times) {
        DateTime until = rule.getUntil();
        if (until == null || times.isEmpty()) {
            return null;
        }
        if (until.isAllDay()) {
            return LocalDate.of(until.getYear(), until.getMonth() + 1, until.getDayOfMonth());
        }
        // Without a zone of its own it is told by the clock of the start.
        DateTime told = until.isFloating() ? until.shiftTimeZone(TimeZone.getTimeZone(start.zone())) : until;
        return RuleReader.lastDay(Instant.ofEpochMilli(told.getTimestamp()), times, start.zone());
    }

    private List<Integer> part(Part part) {
        List<Integer> values = rule.hasPart(part) ? rule.getByPart(part) : null;
        return values == null ? List.of() : values;
    }
}
