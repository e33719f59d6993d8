package io.vestnik.platform.plans.domain;

import io.vestnik.platform.holidays.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a plan runs: on these days, at these times of the zone's clock.
 *
 * <p>A time that a night without an hour does not have comes as much later as the clock was put forward; a time that a night has
 * twice comes once, the first time. Two times that fall together so are one run.
 *
 * @param days without an interval of one: it is told by weekdays or dates
 * @param times in order, at least {@link #CLOSEST} apart
 * @param from the first day; intervals are counted from it
 */
public record Schedule(Days days, List<LocalTime> times, LocalDate from, End end, ZoneId zone, OnHoliday onHoliday) {
    /** How close two runs of a day may be. */
    public static final Duration CLOSEST = Duration.ofMinutes(15);

    /** How far ahead a run is looked for: a leap day on a weekday of choice comes once in forty years at the latest. */
    static final int HORIZON_YEARS = 40;

    /** How far a run may be moved by holidays; beyond that it is left out. */
    static final int FARTHEST_MOVE = 31;

    /** Why there is no such schedule. */
    public enum Refusal {
        /** No time of day. */
        NO_TIMES,
        /** Two times are closer than {@link #CLOSEST}. */
        TOO_OFTEN,
        /** None of the months has one of the dates: 31 February. */
        NO_SUCH_DAY,
        /** The end is before the start. */
        ENDS_BEFORE_IT_STARTS,
        /** An interval in weeks goes with weekdays, not with dates. */
        WEEKS_WITH_DATES,
        /** There is no such run in the next forty years. */
        NEVER,
        /** Every run there would be is past. */
        OVER;

        /** The name in bundles, such as {@code no_times}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Schedule {
        days = days.from(from);
        times = times.stream().sorted().distinct().toList();
        Optional<Refusal> refusal = refusal(days, times, from, end);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException("Not a schedule: " + refusal.get());
        }
    }

    /** The same, with other words about holidays. */
    public Schedule withHolidays(OnHoliday other) {
        return new Schedule(days, times, from, end, zone, other);
    }

    /** The same, with these words about holidays where it has none of its own. */
    public Schedule unlessSaid(OnHoliday other) {
        return onHoliday == OnHoliday.RUN ? withHolidays(other) : this;
    }

    /** Why these do not make a schedule; empty when they do. */
    public static Optional<Refusal> refusal(Days days, List<LocalTime> times, LocalDate from, End end) {
        if (times.isEmpty()) {
            return Optional.of(Refusal.NO_TIMES);
        }
        if (tooClose(times)) {
            return Optional.of(Refusal.TOO_OFTEN);
        }
        if (days.from(from).every().unit() == Every.Unit.WEEKS && !days.dates().isEmpty()) {
            return Optional.of(Refusal.WEEKS_WITH_DATES);
        }
        if (days.from(from).impossible()) {
            return Optional.of(Refusal.NO_SUCH_DAY);
        }
        return end instanceof End.Until(LocalDate last) && last.isBefore(from)
                ? Optional.of(Refusal.ENDS_BEFORE_IT_STARTS)
                : Optional.empty();
    }

    /** Round midnight too. */
    private static boolean tooClose(List<LocalTime> times) {
        List<LocalTime> each = times.stream().sorted().distinct().toList();
        for (int i = 1; i < each.size(); i++) {
            if (Duration.between(each.get(i - 1), each.get(i)).compareTo(CLOSEST) < 0) {
                return true;
            }
        }
        Duration overnight = Duration.between(each.getLast(), each.getFirst()).plusDays(1);
        return each.size() > 1 && overnight.compareTo(CLOSEST) < 0;
    }

    /** Why it is of no use to whoever looks at it now; empty when it will run. */
    public Optional<Refusal> useless(Instant now, Holidays holidays) {
        if (next(now, holidays).isPresent()) {
            return Optional.empty();
        }
        Instant before = from.atStartOfDay(zone).toInstant().minusNanos(1);
        return Optional.of(next(before, holidays).isPresent() ? Refusal.OVER : Refusal.NEVER);
    }

    /** The first run after this moment; none when it is over, or when there is none within forty years. */
    public Optional<Instant> next(Instant after, Holidays holidays) {
        return runs(after, 1, holidays).stream().findFirst();
    }

    /** The next runs after this moment, at most so many. */
    public List<Instant> runs(Instant after, int most, Holidays holidays) {
        LocalDate begin = begin(after);
        LocalDate last = last(after);
        int left = end instanceof End.After(int runs) ? runs : Integer.MAX_VALUE;
        List<Instant> found = new ArrayList<>();
        Instant before = Instant.MIN;
        for (LocalDate day = begin; !day.isAfter(last) && left > 0; day = day.plusDays(1)) {
            if (!runsOn(day, holidays)) {
                continue;
            }
            for (Instant run : on(day)) {
                // A day that a zone has left out comes together with the next one: each run is told once.
                if (run.isAfter(before) && left > 0) {
                    before = run;
                    left--;
                    if (run.isAfter(after)) {
                        found.add(run);
                    }
                    if (found.size() == most) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    /** Runs are counted off from the first one; otherwise what is past by two days is of no concern. */
    private LocalDate begin(Instant after) {
        LocalDate near = LocalDate.ofInstant(after, zone).minusDays(2);
        return end instanceof End.After || near.isBefore(from) ? from : near;
    }

    private LocalDate last(Instant after) {
        LocalDate now = LocalDate.ofInstant(after, zone);
        LocalDate horizon = (now.isBefore(from) ? from : now).plusYears(HORIZON_YEARS);
        return end instanceof End.Until(LocalDate day) && day.isBefore(horizon) ? day : horizon;
    }

    private boolean runsOn(LocalDate day, Holidays holidays) {
        return switch (onHoliday) {
            case RUN -> days.take(day, from);
            case SKIP -> days.take(day, from) && !holidays.isHoliday(day);
            case MOVE -> (days.take(day, from) && !holidays.isHoliday(day)) || isMovedTo(day, holidays);
        };
    }

    /** Whether a run of a holiday before has been moved to this day. */
    private boolean isMovedTo(LocalDate day, Holidays holidays) {
        if (!holidays.isWorked(day)) {
            return false;
        }
        LocalDate past = day.minusDays(1);
        while (!holidays.isWorked(past) && past.isAfter(day.minusDays(FARTHEST_MOVE + 1))) {
            if (holidays.isHoliday(past) && days.take(past, from)) {
                return true;
            }
            past = past.minusDays(1);
        }
        return false;
    }

    private SortedSet<Instant> on(LocalDate day) {
        SortedSet<Instant> runs = new TreeSet<>();
        times.forEach(time -> runs.add(ZonedDateTime.of(day, time, zone).toInstant()));
        return runs;
    }
}
