package io.vestnik.platform.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RhythmTests {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-22T20:30:00Z");

    @Test
    void comesAtTheHourOfTheAccountsClock() {
        assertThat(Rhythm.DAILY.next(SUNDAY_NIGHT, 9, MOSCOW)).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(Rhythm.WEEKLY.next(SUNDAY_NIGHT, 9, MOSCOW)).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(Rhythm.WEEKLY.next(Instant.parse("2026-11-23T06:00:00Z"), 9, MOSCOW))
                .as("not twice")
                .isEqualTo(Instant.parse("2026-11-30T06:00:00Z"));
        assertThat(Rhythm.MONTHLY.next(SUNDAY_NIGHT, 0, MOSCOW)).isEqualTo(Instant.parse("2026-11-30T21:00:00Z"));
    }

    @Test
    void isAboutTheTimeBefore() {
        LocalDate monday = LocalDate.parse("2026-11-23");
        assertThat(Rhythm.DAILY.from(monday)).isEqualTo(LocalDate.parse("2026-11-22"));
        assertThat(Rhythm.WEEKLY.from(monday)).isEqualTo(LocalDate.parse("2026-11-16"));
        assertThat(Rhythm.WEEKLY.until(monday)).isEqualTo(monday);
        LocalDate first = LocalDate.parse("2026-12-01");
        assertThat(Rhythm.MONTHLY.from(first)).isEqualTo(LocalDate.parse("2026-11-01"));
    }
}
