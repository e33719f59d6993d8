package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.holidays.ProductionCalendar;
import io.vestnik.platform.plans.domain.Schedule.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScheduleTests {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Holidays RUSSIA = ProductionCalendar.of("RU");

    @Test
    void runsOnOddDaysOfAutumnThatAreMondaysOrWednesdaysAtNoonAndAtTwo() {
        Days days = new Days(
                Set.of(Month.SEPTEMBER, Month.OCTOBER, Month.NOVEMBER),
                Schedules.odd(),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                Every.DAY);

        assertThat(local(Schedules.at(days, "14:00", "12:00"), "2026-08-20T00:00", 5))
                .containsExactly(
                        "2026-09-07T12:00",
                        "2026-09-07T14:00",
                        "2026-09-09T12:00",
                        "2026-09-09T14:00",
                        "2026-09-21T12:00");
    }

    @Test
    void runsOnTheLastDayOfEachMonth() {
        assertThat(local(Schedules.at(Schedules.dates(Days.LAST), "09:00"), "2028-01-15T00:00", 3))
                .containsExactly("2028-01-31T09:00", "2028-02-29T09:00", "2028-03-31T09:00");
    }

    @Test
    void countsIntervalsFromTheFirstDay() {
        Schedule third = schedule(new Days(Set.of(), Set.of(), Set.of(), new Every(3, Every.Unit.DAYS)));
        Schedule fortnight = schedule(new Days(
                Set.of(), Set.of(), Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), new Every(2, Every.Unit.WEEKS)));
        Schedule quarter = schedule(new Days(Set.of(), Set.of(10), Set.of(), new Every(3, Every.Unit.MONTHS)));

        assertThat(local(third, "2026-01-02T00:00", 3))
                .containsExactly("2026-01-04T12:00", "2026-01-07T12:00", "2026-01-10T12:00");
        assertThat(local(fortnight, "2026-01-01T00:00", 4))
                .containsExactly("2026-01-02T12:00", "2026-01-13T12:00", "2026-01-16T12:00", "2026-01-27T12:00");
        assertThat(local(quarter, "2026-01-11T00:00", 2)).containsExactly("2026-04-10T12:00", "2026-07-10T12:00");
    }

    @Test
    void takesTheWeekdayAndTheDateOfTheFirstDayWhereNoneIsChosen() {
        Schedule weekly = schedule(new Days(Set.of(), Set.of(), Set.of(), new Every(1, Every.Unit.WEEKS)));
        Schedule monthly = schedule(new Days(Set.of(), Set.of(), Set.of(), new Every(1, Every.Unit.MONTHS)));

        assertThat(weekly.days().weekdays()).containsExactly(DayOfWeek.THURSDAY);
        assertThat(monthly.days().dates()).containsExactly(1);
        assertThat(monthly.days().every()).isEqualTo(Every.DAY);
    }

    @Test
    void refusesTheThirtyFirstOfFebruary() {
        Days never = new Days(Set.of(Month.FEBRUARY), Set.of(30, 31), Set.of(), Every.DAY);

        assertThat(Schedule.refusal(never, Schedules.times("12:00"), NEW_YEAR, new End.Never()))
                .contains(Refusal.NO_SUCH_DAY);
        Days leap = new Days(Set.of(Month.FEBRUARY), Set.of(29, 31), Set.of(), Every.DAY);
        assertThat(local(Schedules.at(leap, "12:00"), "2026-01-01T00:00", 2))
                .containsExactly("2028-02-29T12:00", "2032-02-29T12:00");
    }

    @Test
    void saysThatAPlanNeverFires() {
        // Every second month from January on, and only in February.
        Days never = new Days(Set.of(Month.FEBRUARY), Set.of(1), Set.of(), new Every(2, Every.Unit.MONTHS));

        assertThat(schedule(never).useless(instant("2026-01-01T00:00"), Holidays.NONE))
                .contains(Refusal.NEVER);
        assertThat(schedule(Days.ALL).useless(instant("2026-01-01T00:00"), Holidays.NONE))
                .isEmpty();
    }

    @Test
    void saysThatAPlanIsOver() {
        Schedule past = new Schedule(
                Days.ALL,
                Schedules.times("12:00"),
                NEW_YEAR,
                new End.Until(LocalDate.of(2026, 2, 1)),
                Schedules.MOSCOW,
                OnHoliday.RUN);

        assertThat(past.useless(instant("2026-02-01T12:00"), Holidays.NONE)).contains(Refusal.OVER);
        assertThat(past.useless(instant("2026-02-01T11:59"), Holidays.NONE)).isEmpty();
    }

    @Test
    void refusesTimesCloserThanAQuarterOfAnHourRoundMidnightToo() {
        assertThat(refused("12:00", "12:14")).isEqualTo(Refusal.TOO_OFTEN);
        assertThat(refused("00:05", "23:55")).isEqualTo(Refusal.TOO_OFTEN);
        assertThat(refused()).isEqualTo(Refusal.NO_TIMES);
        assertThat(Schedule.refusal(Days.ALL, Schedules.times("12:00", "12:15"), NEW_YEAR, new End.Never()))
                .isEmpty();
    }

    @Test
    void refusesWeeksTogetherWithDatesAndAnEndBeforeTheStart() {
        Days both = new Days(Set.of(), Set.of(1), Set.of(), new Every(2, Every.Unit.WEEKS));

        assertThat(Schedule.refusal(both, Schedules.times("12:00"), NEW_YEAR, new End.Never()))
                .contains(Refusal.WEEKS_WITH_DATES);
        assertThat(Schedule.refusal(Days.ALL, Schedules.times("12:00"), NEW_YEAR, new End.Until(NEW_YEAR.minusDays(1))))
                .contains(Refusal.ENDS_BEFORE_IT_STARTS);
    }

    @Test
    void endsAfterSoManyRuns() {
        Schedule thrice = new Schedule(
                Days.ALL,
                Schedules.times("09:00", "18:00"),
                NEW_YEAR,
                new End.After(3),
                Schedules.MOSCOW,
                OnHoliday.RUN);

        assertThat(local(thrice, "2026-01-01T10:00", 10)).containsExactly("2026-01-01T18:00", "2026-01-02T09:00");
    }

    @Test
    void runsLaterInANightThatHasNoSuchHourAndOnceInANightThatHasItTwice() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Schedule gap = new Schedule(
                Days.ALL, Schedules.times("02:30", "03:30"), NEW_YEAR, new End.Never(), berlin, OnHoliday.RUN);

        assertThat(gap.runs(Instant.parse("2026-03-28T12:00:00Z"), 2, Holidays.NONE))
                .containsExactly(Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(gap.runs(Instant.parse("2026-10-24T12:00:00Z"), 3, Holidays.NONE))
                .containsExactly(
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T02:30:00Z"),
                        Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void runsOnceForADayThatAZoneLeftOut() {
        // Samoa had no 30 December 2011.
        Schedule daily = new Schedule(
                Days.ALL,
                Schedules.times("12:00"),
                LocalDate.of(2011, 12, 1),
                new End.Never(),
                ZoneId.of("Pacific/Apia"),
                OnHoliday.RUN);

        assertThat(daily.runs(Instant.parse("2011-12-29T12:00:00Z"), 3, Holidays.NONE))
                .containsExactly(
                        Instant.parse("2011-12-29T22:00:00Z"),
                        Instant.parse("2011-12-30T22:00:00Z"),
                        Instant.parse("2011-12-31T22:00:00Z"));
    }

    @Test
    void skipsHolidaysOrMovesThemToTheNextWorkingDay() {
        Days mondays = Schedules.on(DayOfWeek.MONDAY);

        // Monday 9 March and Monday 11 May 2026 are days off.
        assertThat(local(on(mondays, OnHoliday.RUN), "2026-03-08T00:00", 2))
                .containsExactly("2026-03-09T12:00", "2026-03-16T12:00");
        assertThat(local(on(mondays, OnHoliday.SKIP), "2026-03-08T00:00", 2))
                .containsExactly("2026-03-16T12:00", "2026-03-23T12:00");
        assertThat(local(on(mondays, OnHoliday.MOVE), "2026-03-08T00:00", 2))
                .containsExactly("2026-03-10T12:00", "2026-03-16T12:00");
    }

    @Test
    void movesAWholeHolidayWeekOntoOneDayAndRunsOnThatOnce() {
        Schedule daily = on(Days.ALL, OnHoliday.MOVE);

        // 1 to 9 January 2026 are days off, 10 and 11 a weekend that was chosen and is no holiday.
        assertThat(local(daily, "2025-12-31T23:00", 3))
                .containsExactly("2026-01-10T12:00", "2026-01-11T12:00", "2026-01-12T12:00");
    }

    @Test
    void neverMovesARunPastTheLastDay() {
        Schedule ending = new Schedule(
                Schedules.dates(11),
                Schedules.times("12:00"),
                LocalDate.of(2026, 5, 1),
                new End.Until(LocalDate.of(2026, 5, 11)),
                Schedules.MOSCOW,
                OnHoliday.MOVE);

        assertThat(ending.runs(instant("2026-05-01T00:00"), 5, RUSSIA)).isEmpty();
    }

    @Test
    void findsTheSameRunsAsGoingThroughEveryDay() {
        long seed = 20_360_103L;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Schedule schedule = Schedules.random(random);
            Set<LocalDate> own = new TreeSet<>();
            random.ints(20, 0, 900)
                    .forEach(day -> own.add(LocalDate.of(2025, 1, 1).plusDays(day)));
            Holidays holidays = RUSSIA.with(own);
            List<Instant> all = dayByDay(schedule, holidays, 1_500);
            Instant after = Instant.parse("2025-01-01T00:00:00Z").plus(random.nextInt(1_200 * 24), ChronoUnit.HOURS);
            List<Instant> expected =
                    all.stream().filter(run -> run.isAfter(after)).limit(10).toList();

            List<Instant> found = schedule.runs(after, 10, holidays);

            assertThat(found.subList(0, Math.min(found.size(), expected.size())))
                    .as("seed %d, %s after %s", seed, schedule, after)
                    .isEqualTo(expected);
            if (expected.size() < 10) {
                Instant last = schedule.from()
                        .plusDays(1_499)
                        .atStartOfDay(Schedules.MOSCOW)
                        .toInstant();
                assertThat(found.stream().filter(run -> run.isBefore(last)).count())
                        .as("seed %d, %s after %s", seed, schedule, after)
                        .isLessThanOrEqualTo(expected.size());
            }
        }
    }

    /** The plainest way: every day of some years is asked whether it is meant, and where it goes. */
    private static List<Instant> dayByDay(Schedule schedule, Holidays holidays, int count) {
        TreeSet<ZonedDateTime> runs = new TreeSet<>();
        LocalDate stop = schedule.end() instanceof End.Until(LocalDate day)
                ? day
                : schedule.from().plusDays(count);
        for (int i = 0; i < count; i++) {
            LocalDate day = schedule.from().plusDays(i);
            if (!meant(schedule.days(), day, schedule.from())) {
                continue;
            }
            LocalDate goes = day;
            if (holidays.isHoliday(day)) {
                switch (schedule.onHoliday()) {
                    case RUN -> {}
                    case SKIP -> goes = LocalDate.MAX;
                    case MOVE -> {
                        while (!holidays.isWorked(goes)) {
                            goes = goes.plusDays(1);
                        }
                    }
                }
            }
            if (!goes.isAfter(stop)) {
                for (LocalTime time : schedule.times()) {
                    runs.add(goes.atTime(time).atZone(schedule.zone()));
                }
            }
        }
        long most = schedule.end() instanceof End.After(int number) ? number : Long.MAX_VALUE;
        return runs.stream().limit(most).map(ZonedDateTime::toInstant).toList();
    }

    private static boolean meant(Days days, LocalDate day, LocalDate start) {
        boolean month = days.months().isEmpty() || days.months().contains(day.getMonth());
        boolean weekday = days.weekdays().isEmpty() || days.weekdays().contains(day.getDayOfWeek());
        boolean date = days.dates().isEmpty();
        for (int one : days.dates()) {
            date |= one == day.getDayOfMonth()
                    || (one == Days.LAST && day.plusDays(1).getDayOfMonth() == 1);
        }
        int n = days.every().count();
        boolean due = switch (days.every().unit()) {
            case DAYS -> (day.toEpochDay() - start.toEpochDay()) % n == 0;
            // 1 January 1970 was a Thursday: weeks from Monday on.
            case WEEKS -> (Math.floorDiv(day.toEpochDay() + 3, 7) - Math.floorDiv(start.toEpochDay() + 3, 7)) % n == 0;
            case MONTHS ->
                ((day.getYear() - start.getYear()) * 12 + day.getMonthValue() - start.getMonthValue()) % n == 0;
        };
        return month && weekday && date && due;
    }

    private static Refusal refused(String... times) {
        return Schedule.refusal(Days.ALL, Schedules.times(times), NEW_YEAR, new End.Never())
                .orElseThrow();
    }

    private static Schedule schedule(Days days) {
        return Schedules.at(days, "12:00");
    }

    private static Schedule on(Days days, OnHoliday onHoliday) {
        return new Schedule(days, Schedules.times("12:00"), NEW_YEAR, new End.Never(), Schedules.MOSCOW, onHoliday);
    }

    private static List<String> local(Schedule schedule, String after, int most) {
        List<String> runs = new ArrayList<>();
        schedule.runs(instant(after), most, RUSSIA)
                .forEach(run ->
                        runs.add(LocalDateTime.ofInstant(run, Schedules.MOSCOW).toString()));
        return runs;
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(Schedules.MOSCOW).toInstant();
    }
}
