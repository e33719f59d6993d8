package io.vestnik.platform.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.holidays.Holidays;
import io.vestnik.platform.holidays.ProductionCalendar;
import io.vestnik.platform.plans.domain.RuleReader.Reading;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;

class RecurrenceTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Duration YEARS = Duration.ofDays(365 * 20);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    @Test
    void writesOneRuleWhereOneSaysItAll() {
        Days days = new Days(
                Set.of(Month.SEPTEMBER), Set.of(1, 3), Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), Every.DAY);

        assertThat(RuleWriter.write(Schedules.at(days, "12:00", "14:00"), Holidays.NONE))
                .isEqualTo("""
                DTSTART;TZID=Europe/Moscow:20270901T120000
                RRULE:FREQ=DAILY;BYMONTH=9;BYMONTHDAY=1,3;BYDAY=MO,WE;BYHOUR=12,14;BYMINUTE=0""");
    }

    @Test
    void writesARuleForEachSetOfMinutesThatHoursHave() {
        assertThat(RuleWriter.write(Schedules.at(Days.ALL, "09:00", "09:30", "18:15"), Holidays.NONE))
                .isEqualTo("""
                DTSTART;TZID=Europe/Moscow:20260101T090000
                RRULE:FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30
                RRULE:FREQ=DAILY;BYHOUR=18;BYMINUTE=15""");
    }

    @Test
    void writesWhatHolidaysTakeAwayAndAdd() {
        Schedule moved = new Schedule(
                Schedules.on(DayOfWeek.MONDAY),
                Schedules.times("12:00"),
                LocalDate.of(2026, 3, 1),
                new End.Until(LocalDate.of(2026, 3, 31)),
                Schedules.MOSCOW,
                OnHoliday.MOVE);

        assertThat(RuleWriter.write(moved, ProductionCalendar.of("RU"))).isEqualTo("""
                DTSTART;TZID=Europe/Moscow:20260302T120000
                RRULE:FREQ=DAILY;BYDAY=MO;BYHOUR=12;BYMINUTE=0;UNTIL=20260331T205959Z
                X-VESTNIK-ON-HOLIDAY:MOVE
                EXDATE;TZID=Europe/Moscow:20260309T120000
                RDATE;TZID=Europe/Moscow:20260310T120000""");
    }

    @Test
    void whatIsWrittenOfHolidaysIsReadAsTheSamePlan() {
        for (OnHoliday onHoliday : List.of(OnHoliday.MOVE, OnHoliday.SKIP)) {
            Schedule schedule = new Schedule(
                    Schedules.on(DayOfWeek.MONDAY),
                    Schedules.times("12:00"),
                    LocalDate.of(2026, 3, 2),
                    new End.Until(LocalDate.of(2026, 3, 31)),
                    Schedules.MOSCOW,
                    onHoliday);
            assertThat(read(RuleWriter.write(schedule, ProductionCalendar.of("RU"))))
                    .isEqualTo(schedule);
        }
    }

    @Test
    void readsTheCommonRules() {
        assertThat(read("FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=12,14;BYMINUTE=0").days())
                .isEqualTo(Schedules.on(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));
        assertThat(read("RRULE:FREQ=DAILY;INTERVAL=3;BYHOUR=9").days().every())
                .isEqualTo(new Every(3, Every.Unit.DAYS));
        assertThat(read("FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=9").days().dates()).containsExactly(Days.LAST);
        assertThat(read("DTSTART:20261201T093000\nRRULE:FREQ=YEARLY;COUNT=3"))
                .isEqualTo(new Schedule(
                        new Days(Set.of(Month.DECEMBER), Set.of(1), Set.of(), Every.DAY),
                        Schedules.times("09:30"),
                        LocalDate.of(2026, 12, 1),
                        new End.After(3),
                        Schedules.MOSCOW,
                        OnHoliday.RUN));
        assertThat(read("freq=hourly;interval=6;byminute=30").times())
                .isEqualTo(Schedules.times("00:30", "06:30", "12:30", "18:30"));
        assertThat(read("FREQ=DAILY;BYHOUR=9;UNTIL=20261231").end())
                .isEqualTo(new End.Until(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void readsTheFirstMondayAsAMondayAmongTheFirstSevenDays() {
        Days days = read("FREQ=MONTHLY;BYDAY=1MO;BYHOUR=10").days();

        assertThat(days.weekdays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(days.dates()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void readsAZoneOfTheRuleAndItsLinesAsTheyMayBeFolded() {
        Schedule schedule =
                read("DTSTART;TZID=Asia/Yekaterinburg:20261201T080000\r\nRRULE:FREQ=DA\r\n ILY;BYHOUR=8;BYMINUTE=0");

        assertThat(schedule.zone().getId()).isEqualTo("Asia/Yekaterinburg");
        assertThat(schedule.times()).isEqualTo(Schedules.times("08:00"));
    }

    @Test
    void refusesByNameWhatCannotBeRun() {
        assertThat(refused("FREQ=SECONDLY;INTERVAL=10")).isEqualTo("not_run FREQ=SECONDLY");
        assertThat(refused("FREQ=MINUTELY;INTERVAL=10")).isEqualTo("not_run FREQ=MINUTELY;INTERVAL=10");
        assertThat(refused("FREQ=HOURLY;INTERVAL=5")).isEqualTo("not_run FREQ=HOURLY;INTERVAL=5");
        assertThat(refused("FREQ=YEARLY;INTERVAL=2;BYHOUR=9")).isEqualTo("not_run FREQ=YEARLY;INTERVAL=2");
        assertThat(refused("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;BYHOUR=9")).isEqualTo("not_run BYSETPOS");
        assertThat(refused("FREQ=YEARLY;BYWEEKNO=20;BYHOUR=9")).isEqualTo("not_run BYWEEKNO");
        assertThat(refused("FREQ=YEARLY;BYYEARDAY=100;BYHOUR=9")).isEqualTo("not_run BYYEARDAY");
        assertThat(refused("FREQ=MONTHLY;BYDAY=-1MO;BYHOUR=9")).isEqualTo("not_run BYDAY=-1MO");
        assertThat(refused("FREQ=MONTHLY;BYMONTHDAY=-2;BYHOUR=9")).isEqualTo("not_run BYMONTHDAY=-2");
        assertThat(refused("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYHOUR=9")).isEqualTo("not_run WKST=SU");
        assertThat(refused("FREQ=DAILY;BYHOUR=9;BYSECOND=30")).isEqualTo("not_run BYSECOND");
        assertThat(refused("FREQ=DAILY;BYHOUR=9\nEXDATE:20261201T090000")).isEqualTo("not_run EXDATE");
    }

    @Test
    void refusesWhatIsNoRuleOrNoPlan() {
        assertThat(refused("every monday")).isEqualTo("not_run every monday");
        assertThat(refused("FREQ=DAILY;FOO=1")).startsWith("not_a_rule");
        assertThat(refused("")).isEqualTo("no_rule ");
        assertThat(refused("FREQ=DAILY")).isEqualTo("no_times ");
        assertThat(refused("DTSTART:29991340T000000\nFREQ=DAILY")).startsWith("bad_start");
        assertThat(refused("DTSTART;TZID=Mars/Olympus:20261201T090000\nFREQ=DAILY"))
                .startsWith("bad_start");
        assertThat(refused("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;BYHOUR=9")).isEqualTo("no_such_day ");
        assertThat(refused("FREQ=DAILY;BYHOUR=9;BYMINUTE=0,5")).isEqualTo("too_often ");
        assertThat(refused("DTSTART:20261201T130000\nFREQ=DAILY;BYHOUR=9,14;BYMINUTE=0"))
                .isEqualTo("starts_within_a_day 09:00");
        assertThat(refused("FREQ=DAILY;BYHOUR=9,14;UNTIL=20261201T090000Z")).isEqualTo("ends_within_a_day ");
        assertThat(refused("FREQ=DAILY;BYHOUR=9\nFREQ=WEEKLY;BYDAY=MO;BYHOUR=10"))
                .isEqualTo("rules_differ ");
        assertThat(refused("x".repeat(5_000))).isEqualTo("too_long 4000");
    }

    @Test
    void readsBackWhatItWrites() {
        long seed = 20_360_103L;
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            Schedule some = Schedules.random(random);
            Schedule schedule =
                    new Schedule(some.days(), some.times(), some.from(), some.end(), some.zone(), OnHoliday.RUN);
            Instant before =
                    schedule.from().atStartOfDay(schedule.zone()).toInstant().minusNanos(1);
            Instant stop = before.plus(YEARS);
            List<Instant> runs = runsUntil(stop, schedule, before);
            if (runs.isEmpty()) {
                continue;
            }
            Reading reading = RuleReader.read(RuleWriter.write(schedule, Holidays.NONE), Schedules.MOSCOW, TODAY);
            if (reading instanceof Reading.Refused refused) {
                // What was counted off ends by a moment that may lie within a day.
                assertThat(refused.code()).as("seed %d, %s", seed, schedule).isEqualTo("ends_within_a_day");
                continue;
            }
            compared++;
            assertThat(runsUntil(stop, ((Reading.Read) reading).schedule(), before))
                    .as("seed %d, %s", seed, schedule)
                    .isEqualTo(runs);
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** Well before the horizon, which goes with the first day. */
    private static List<Instant> runsUntil(Instant stop, Schedule schedule, Instant before) {
        return schedule.runs(before, 30, Holidays.NONE).stream()
                .filter(run -> run.isBefore(stop))
                .toList();
    }

    @Test
    void writesRulesThatAnotherReadsAsTheSameRuns() {
        long seed = 20_360_203L;
        Random random = new Random(seed);
        Holidays holidays = ProductionCalendar.of("RU");
        for (int i = 0; i < 300; i++) {
            Schedule schedule = Schedules.random(random);
            Instant before =
                    schedule.from().atStartOfDay(schedule.zone()).toInstant().minusNanos(1);
            Instant stop = before.plusSeconds(86_400L * 500);
            List<Instant> runs = schedule.runs(before, 400, holidays).stream()
                    .filter(run -> run.isBefore(stop))
                    .limit(100)
                    .toList();
            String written = RuleWriter.write(schedule, holidays);

            assertThat(read(written, stop, runs.size()))
                    .as("seed %d, %s as %s", seed, schedule, written)
                    .isEqualTo(runs);
        }
    }

    /** What the library makes of the lines, as any other program would. */
    private static List<Instant> read(String written, Instant stop, int most) {
        TreeSet<Instant> runs = new TreeSet<>();
        List<Instant> without = new ArrayList<>();
        DateTime start = null;
        // RFC 5545 §3.8.8.2: others pass over what is ours alone.
        for (String line : written.lines().filter(it -> !it.startsWith("X-")).toList()) {
            String value = line.substring(line.lastIndexOf(':') + 1);
            if (line.startsWith("DTSTART")) {
                start = DateTime.parse(TimeZone.getTimeZone(Schedules.MOSCOW), value);
            } else if (line.startsWith("RRULE")) {
                RecurrenceRuleIterator all = rule(value).iterator(start);
                while (all.hasNext()) {
                    Instant run = Instant.ofEpochMilli(all.nextMillis());
                    if (!run.isBefore(stop)) {
                        break;
                    }
                    runs.add(run);
                }
            } else {
                for (String one : value.split(",")) {
                    Instant moment = LocalDateTime.parse(one, LOCAL)
                            .atZone(Schedules.MOSCOW)
                            .toInstant();
                    if (line.startsWith("RDATE")) {
                        runs.add(moment);
                    } else {
                        without.add(moment);
                    }
                }
            }
        }
        runs.removeAll(without);
        return runs.stream().filter(run -> run.isBefore(stop)).limit(most).toList();
    }

    private static RecurrenceRule rule(String value) {
        try {
            return new RecurrenceRule(value);
        } catch (InvalidRecurrenceRuleException e) {
            throw new AssertionError(value, e);
        }
    }

    private static Schedule read(String text) {
        return switch (RuleReader.read(text, Schedules.MOSCOW, TODAY)) {
            case Reading.Read read -> read.schedule();
            case Reading.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static String refused(String text) {
        return switch (RuleReader.read(text, Schedules.MOSCOW, TODAY)) {
            case Reading.Read read -> throw new AssertionError(read);
            case Reading.Refused refused -> refused.code() + " " + refused.detail();
        };
    }
}
