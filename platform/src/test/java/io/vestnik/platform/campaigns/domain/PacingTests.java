package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.Windows;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How fast a wave is let go. */
class PacingTests {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Moscow"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"));

    /** When so many of a wave left. */
    private record Left(Instant at, int messages) {}

    /** Lets a whole wave go, each handful as late as a busy machine might be. */
    private static List<Left> run(Spread spread, Wave first, Windows windows, Random random) {
        List<Left> left = new ArrayList<>();
        Wave wave = first;
        Instant now = windows.opens(first.startsAt()).orElseThrow();
        while (!wave.complete()) {
            Pacing.Portion portion =
                    Pacing.next(spread, wave, windows, wave.nextAt().isAfter(now) ? now : wave.nextAt(), now);
            int messages = (int) Math.min(portion.messages(), wave.people() - wave.taken());
            left.add(new Left(now, messages));
            wave = wave.after(messages, "", portion.next());
            Instant late = (portion.next().isAfter(now) ? portion.next() : now).plusMillis(random.nextInt(300));
            now = windows.opens(late).orElseThrow();
        }
        return left;
    }

    private static Wave wave(long people, Instant startsAt, Duration period) {
        return Wave.first(0, "", ZoneId.of("Europe/Moscow"), people, startsAt, startsAt.plus(period));
    }

    @Test
    void spreadsEvenlyWithinTheWindowsAndLosesNobody() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Windows windows = windows(random);
            Instant start = windows.opens(
                            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400)))
                    .orElseThrow();
            Duration period = Duration.ofMinutes(random.nextInt(60, 7 * 1_440));
            long people = random.nextInt(1, 3_000);
            List<Left> left = run(new Spread.Over(period), wave(people, start, period), windows, random);
            String story = "seed %d, round %d: %d people over %s from %s".formatted(seed, round, people, period, start);
            assertThat(left.stream().mapToLong(Left::messages).sum()).as(story).isEqualTo(people);
            assertThat(left).as(story).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(left).as(story).allMatch(it -> windows.isOpen(it.at()));
            assertThat(left.getFirst().at()).as(story).isEqualTo(start);
            Duration open = windows.open(start, start.plus(period));
            long gone = 0;
            for (Left it : left) {
                // A handful may be a few seconds' worth, and late by as much as the machine is.
                double share = (double) windows.open(start, it.at()).toMillis() / open.toMillis();
                double slack = (3_000.0 / open.toMillis() + 0.001) * people + 2;
                assertThat((double) gone)
                        .as(story)
                        .isCloseTo(Math.min(1, share) * people, org.assertj.core.data.Offset.offset(slack));
                gone += it.messages();
            }
        }
    }

    @Test
    void goesNoFasterThanSoManyAnHour() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            Windows windows = windows(random);
            int rate = random.nextInt(1, 200_000);
            long people = Math.min(rate * 3L, random.nextInt(1, 60_000));
            Instant start = windows.opens(Instant.parse("2026-03-27T00:00:00Z")).orElseThrow();
            List<Left> left = run(new Spread.PerHour(rate), wave(people, start, Duration.ofDays(1)), windows, random);
            assertThat(left.stream().mapToLong(Left::messages).sum()).isEqualTo(people);
            assertThat(left).allMatch(it -> windows.isOpen(it.at()));
            int most = left.stream().mapToInt(Left::messages).max().orElseThrow();
            for (int from = 0; from < left.size(); from += 7) {
                Instant hour = left.get(from).at().plusSeconds(3_600);
                long within = 0;
                for (int i = from; i < left.size() && left.get(i).at().isBefore(hour); i++) {
                    within += left.get(i).messages();
                }
                assertThat(within)
                        .as("seed %d, %d an hour", seed, rate)
                        .isLessThanOrEqualTo(rate + rate / 500L + 2L * most);
            }
        }
    }

    @Test
    void whatWasMissedIsNotMadeUpForByAHurry() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        Wave wave = Wave.first(0, "", ZoneId.of("Europe/Moscow"), 1_000, now.minus(Duration.ofHours(5)), null);
        Pacing.Portion portion = Pacing.next(new Spread.PerHour(60), wave, Windows.ALWAYS, wave.nextAt(), now);
        assertThat(portion.messages()).isEqualTo(1);
        assertThat(portion.next()).isAfter(now.plusSeconds(50));
    }

    @Test
    void whatIsLeftAfterTheDeadlineGoesAtOnce() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        Wave late = wave(1_000, now.minus(Duration.ofHours(5)), Duration.ofHours(4));
        assertThat(Pacing.next(new Spread.Over(Duration.ofHours(4)), late, Windows.ALWAYS, now, now))
                .isEqualTo(new Pacing.Portion(Pacing.STEP, now));
    }

    private static Windows windows(Random random) {
        if (random.nextInt(4) == 0) {
            return Windows.ALWAYS;
        }
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(random.nextInt(1, 8)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                days.add(day);
            }
        }
        Hours hours = new Hours(LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 30), days);
        return Windows.of(List.of(new Windows.Wall(hours, ZONES.get(random.nextInt(ZONES.size())))));
    }
}
