package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When something may be sent. */
class WindowsTests {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId VLADIVOSTOK = ZoneId.of("Asia/Vladivostok");
    private static final Hours DAY = Hours.daily(LocalTime.of(9, 0), LocalTime.of(21, 0));

    private static Windows windows(Hours hours, ZoneId zone) {
        return Windows.of(List.of(new Windows.Wall(hours, zone)));
    }

    private static Instant at(String local, ZoneId zone) {
        return java.time.LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    @Test
    void carriesTheNightToTheMorning() {
        Windows windows = windows(DAY, MOSCOW);
        assertThat(windows.opens(at("2026-11-22T23:10", MOSCOW))).contains(at("2026-11-23T09:00", MOSCOW));
        assertThat(windows.opens(at("2026-11-22T12:00", MOSCOW))).contains(at("2026-11-22T12:00", MOSCOW));
        assertThat(windows.isOpen(at("2026-11-22T21:00", MOSCOW))).isFalse();
        assertThat(windows.isOpen(at("2026-11-22T20:59:59", MOSCOW))).isTrue();
    }

    @Test
    void carriesAWeekendToMonday() {
        Hours working =
                new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(windows(working, MOSCOW).opens(at("2026-11-20T18:00", MOSCOW)))
                .contains(at("2026-11-23T09:00", MOSCOW));
    }

    @Test
    void hoursOverMidnightBelongToTheDayOnWhichTheyBegin() {
        Windows fridayNight =
                windows(new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0), Set.of(DayOfWeek.FRIDAY)), MOSCOW);
        assertThat(fridayNight.isOpen(at("2026-11-21T05:59", MOSCOW))).isTrue();
        assertThat(fridayNight.isOpen(at("2026-11-20T05:59", MOSCOW))).isFalse();
        assertThat(fridayNight.next(at("2026-11-20T12:00", MOSCOW)))
                .contains(new Windows.Opening(at("2026-11-20T22:00", MOSCOW), at("2026-11-21T06:00", MOSCOW)));
    }

    @Test
    void hoursUntilMidnightAndWholeDaysEndWithTheDay() {
        assertThat(windows(Hours.daily(LocalTime.of(20, 0), LocalTime.MIDNIGHT), MOSCOW)
                        .next(at("2026-11-20T12:00", MOSCOW)))
                .contains(new Windows.Opening(at("2026-11-20T20:00", MOSCOW), at("2026-11-21T00:00", MOSCOW)));
        Hours weekend = new Hours(LocalTime.NOON, LocalTime.NOON, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(windows(weekend, MOSCOW).next(at("2026-11-20T12:00", MOSCOW)))
                .contains(new Windows.Opening(at("2026-11-21T00:00", MOSCOW), at("2026-11-23T00:00", MOSCOW)));
    }

    /** On 29 March 2026 the clocks of Berlin went from 02:00 to 03:00. */
    @Test
    void hoursThatBeginInTheGapBeginAtItsEnd() {
        Windows windows = windows(Hours.daily(LocalTime.of(2, 30), LocalTime.of(4, 0)), BERLIN);
        assertThat(windows.next(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(new Windows.Opening(
                        Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T02:00:00Z")));
        assertThat(windows(Hours.daily(LocalTime.of(2, 0), LocalTime.of(3, 0)), BERLIN)
                        .opens(Instant.parse("2026-03-29T00:00:00Z")))
                .as("hours that the day does not have")
                .contains(Instant.parse("2026-03-30T00:00:00Z"));
    }

    /** On 25 October 2026 the clocks of Berlin went from 03:00 back to 02:00. */
    @Test
    void aTimeThatComesTwiceCountsTwice() {
        Windows windows = windows(Hours.daily(LocalTime.of(2, 0), LocalTime.of(2, 30)), BERLIN);
        Instant first = Instant.parse("2026-10-25T00:00:00Z");
        assertThat(windows.next(first)).contains(new Windows.Opening(first, first.plusSeconds(1_800)));
        assertThat(windows.next(first.plusSeconds(1_800)))
                .contains(new Windows.Opening(first.plusSeconds(3_600), first.plusSeconds(5_400)));
        assertThat(windows.open(first.minusSeconds(7_200), first.plusSeconds(20_000)))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void hoursOfTwoZonesAreOpenWhereBothAre() {
        Windows both = Windows.of(List.of(
                new Windows.Wall(DAY, MOSCOW),
                new Windows.Wall(Hours.daily(LocalTime.of(8, 0), LocalTime.of(22, 0)), VLADIVOSTOK)));
        assertThat(both.next(at("2026-11-22T00:00", MOSCOW)))
                .contains(new Windows.Opening(at("2026-11-22T09:00", MOSCOW), at("2026-11-22T22:00", VLADIVOSTOK)));
    }

    @Test
    void hoursThatNeverMeetNeverOpen() {
        Windows never = Windows.of(List.of(
                new Windows.Wall(Hours.daily(LocalTime.of(22, 0), LocalTime.of(23, 0)), MOSCOW),
                new Windows.Wall(DAY, MOSCOW)));
        assertThat(never.opens(at("2026-11-22T00:00", MOSCOW))).isEmpty();
        assertThat(never.after(at("2026-11-22T00:00", MOSCOW), Duration.ZERO)).isEmpty();
        assertThat(never.open(at("2026-11-22T00:00", MOSCOW), at("2026-12-22T00:00", MOSCOW)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void daysThatAreLeftOutAreClosedFromMidnightToMidnight() {
        LocalDate friday = LocalDate.of(2026, 11, 27);
        Windows windows = windows(DAY, MOSCOW).without(friday::equals, MOSCOW);
        assertThat(windows.opens(at("2026-11-26T21:00", MOSCOW))).contains(at("2026-11-28T09:00", MOSCOW));
        Windows night = windows(Hours.daily(LocalTime.of(22, 0), LocalTime.of(6, 0)), MOSCOW)
                .without(friday::equals, MOSCOW);
        assertThat(night.next(at("2026-11-26T12:00", MOSCOW)))
                .contains(new Windows.Opening(at("2026-11-26T22:00", MOSCOW), at("2026-11-27T00:00", MOSCOW)));
        assertThat(night.opens(at("2026-11-27T00:00", MOSCOW))).contains(at("2026-11-28T00:00", MOSCOW));
        Windows elsewhere = Windows.ALWAYS.without(friday::equals, VLADIVOSTOK);
        assertThat(elsewhere.always()).isFalse();
        assertThat(elsewhere.opens(at("2026-11-26T20:00", MOSCOW))).contains(at("2026-11-28T00:00", VLADIVOSTOK));
        assertThat(elsewhere.open(at("2026-11-26T00:00", VLADIVOSTOK), at("2026-11-29T00:00", VLADIVOSTOK)))
                .isEqualTo(Duration.ofDays(2));
        assertThat(elsewhere.after(at("2026-11-26T12:00", VLADIVOSTOK), Duration.ofHours(13)))
                .contains(at("2026-11-28T01:00", VLADIVOSTOK));
    }

    @Test
    void whatIsLeftOutForHalfAYearNeverOpens() {
        assertThat(Windows.ALWAYS.without(_ -> true, MOSCOW).opens(at("2026-11-26T21:00", MOSCOW)))
                .isEmpty();
    }

    @Test
    void withoutHoursTheyAreAlwaysOpen() {
        Instant now = at("2026-11-22T03:00", MOSCOW);
        assertThat(Windows.ALWAYS.opens(now)).contains(now);
        assertThat(Windows.ALWAYS.after(now, Duration.ofHours(5))).contains(now.plus(Duration.ofHours(5)));
        assertThat(windows(Hours.ALWAYS, MOSCOW).isOpen(now)).isTrue();
    }

    /** What the wall clock shows decides, minute by minute, around the days on which clocks are changed. */
    @Test
    void agreesWithTheWallClockAtEveryMinute() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<ZoneId> zones = List.of(
                BERLIN,
                MOSCOW,
                ZoneId.of("Australia/Lord_Howe"),
                ZoneId.of("America/Santiago"),
                ZoneId.of("Asia/Beirut"));
        for (int round = 0; round < 60; round++) {
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            Hours hours = hours(random);
            Windows windows = windows(hours, zone);
            Instant from = changeOf(zone, random).minusSeconds(2 * 86_400);
            Instant opens = from;
            for (int minute = 0; minute < 5 * 1_440; minute += 7) {
                Instant now = from.plusSeconds(minute * 60L);
                boolean open = shows(hours, now.atZone(zone));
                assertThat(windows.isOpen(now))
                        .as("seed %d: %s in %s at %s", seed, hours, zone, now)
                        .isEqualTo(open);
                if (!open && opens.isBefore(now)) {
                    opens = windows.opens(now).orElseThrow();
                    assertThat(opens).as("seed %d", seed).isAfter(now);
                    assertThat(shows(hours, opens.atZone(zone)))
                            .as("seed %d", seed)
                            .isTrue();
                    assertThat(shows(hours, opens.minusSeconds(1).atZone(zone)))
                            .as("seed %d: nothing open was passed over", seed)
                            .isFalse();
                }
            }
            Duration open = Duration.ofMinutes(random.nextInt(1, 3_000));
            Instant end = windows.after(from, open).orElseThrow();
            assertThat(windows.open(from, end)).as("seed %d", seed).isEqualTo(open);
            assertThat(windows.isOpen(end)).as("seed %d", seed).isTrue();
        }
    }

    private static Instant changeOf(ZoneId zone, Random random) {
        Instant any = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
        var change = zone.getRules().nextTransition(any);
        return change == null ? any : change.getInstant();
    }

    private static Hours hours(Random random) {
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(random.nextInt(1, 8)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                days.add(day);
            }
        }
        return new Hours(from, to, days);
    }

    /** The rule as people say it. */
    private static boolean shows(Hours hours, ZonedDateTime wall) {
        LocalTime time = wall.toLocalTime();
        DayOfWeek day = wall.getDayOfWeek();
        if (hours.from().equals(hours.to())) {
            return hours.days().contains(day);
        }
        if (hours.overnight()) {
            return (!time.isBefore(hours.from()) && hours.days().contains(day))
                    || (time.isBefore(hours.to()) && hours.days().contains(day.minus(1)));
        }
        boolean beforeEnd = hours.to().equals(LocalTime.MIDNIGHT) || time.isBefore(hours.to());
        return !time.isBefore(hours.from()) && beforeEnd && hours.days().contains(day);
    }
}
