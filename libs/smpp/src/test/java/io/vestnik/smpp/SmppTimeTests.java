package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmppTimeTests {
    private static final Instant NOW = Instant.parse("2026-11-21T12:30:45.678Z");

    @Test
    void readsAnAbsoluteTimeInItsOffset() {
        assertThat(SmppTime.parse("261121153045312+").orElseThrow().after(NOW))
                .isEqualTo(Instant.parse("2026-11-21T12:30:45.300Z"));
        assertThat(SmppTime.parse("261121073045320-").orElseThrow().after(NOW))
                .isEqualTo(Instant.parse("2026-11-21T12:30:45.300Z"));
    }

    @Test
    void writesAnAbsoluteTimeToTheTenth() {
        assertThat(SmppTime.at(NOW).format()).isEqualTo("261121123045600+");
        assertThat(new SmppTime.Absolute(NOW, ZoneOffset.ofHours(3)).format()).isEqualTo("261121153045612+");
        assertThat(new SmppTime.Absolute(NOW, ZoneOffset.ofHours(-5)).format()).isEqualTo("261121073045620-");
    }

    @Test
    void readsARelativeTime() {
        assertThat(SmppTime.parse("000003020100000R").orElseThrow().after(NOW))
                .isEqualTo(NOW.plus(Duration.ofDays(3).plusHours(2).plusMinutes(1)));
        assertThat(SmppTime.parse("000100000000000R").orElseThrow().after(NOW))
                .isEqualTo(Instant.parse("2026-12-21T12:30:45.678Z"));
    }

    @Test
    void writesARelativeTimeAndReadsItBack() {
        SmppTime day = SmppTime.in(Duration.ofHours(25).plusSeconds(61));
        assertThat(day.format()).isEqualTo("000001010101000R");
        assertThat(SmppTime.parse(day.format())).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "R",
                "26112115304531+",
                "261321153045312+",
                "261131253045312+",
                "26112115304531x+",
                "261121153045312*",
                "261121153045349+"
            })
    void refusesWhatIsNoTime(String field) {
        assertThat(SmppTime.parse(field)).isEmpty();
    }

    @Test
    void refusesToWriteWhatDoesNotFit() {
        assertThatThrownBy(() -> SmppTime.in(Duration.ofDays(100))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SmppTime.in(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmppTime.Absolute(NOW, ZoneOffset.ofHoursMinutesSeconds(0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
