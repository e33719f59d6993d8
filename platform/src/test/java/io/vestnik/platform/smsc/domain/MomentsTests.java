package io.vestnik.platform.smsc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Params;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTests {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    /** 13:30 in Moscow. */
    private static final Instant NOW = Instant.parse("2026-11-22T10:30:00Z");

    private static Optional<Moments> read(String... namesAndValues) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Moments.read(new Params(values, StandardCharsets.UTF_8, Form.JSON), MOSCOW);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 2026-11-22T10:30:00Z",
        "0, '', 2026-11-22T10:30:00Z",
        "0-24, '', 2026-11-22T10:30:00Z",
        "2311261205, '', 2026-11-23T09:05:00Z",
        "2311261205, 0, 2026-11-23T09:05:00Z",
        "2311261205, 4, 2026-11-23T05:05:00Z",
        "2311261205, -1, 2026-11-23T10:05:00Z",
        "23.11.26 12:05, '', 2026-11-23T09:05:00Z",
        "01795424400, '', 2026-11-23T09:00:00Z",
        "+90, '', 2026-11-22T12:00:00Z",
        "' 90', '', 2026-11-22T12:00:00Z",
        "9-18, '', 2026-11-22T10:30:00Z",
        "15-18, '', 2026-11-22T12:00:00Z",
        "9-13, '', 2026-11-23T06:00:00Z",
        "22-6, '', 2026-11-22T19:00:00Z",
        "0101200000, '', 2026-11-22T10:30:00Z"
    })
    void readsTimesAsTheServiceDoes(String time, String tz, Instant start) {
        assertThat(read("time", time, "tz", tz).orElseThrow().start(NOW, null)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "3113261200", "31.02.26 10:00", "25-26", "9-9", "+", "12345678901234567890"})
    void refusesWhatIsNoTime(String time) {
        assertThat(read("time", time).orElseThrow().start(NOW, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "valid, 25",
        "valid, 00:00",
        "valid, 24:01",
        "valid, 1:99",
        "tz, x",
        "tz, 40",
        "period, 0.01",
        "period, 721"
    })
    void refusesWhatLiesOutsideOfItsRange(String name, String value) {
        assertThat(read(name, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "often"})
    void refusesBatchesThatAreNoneOnlyWhereThereIsAPeriod(String freq) {
        assertThat(read("period", "2", "freq", freq)).isEmpty();
        assertThat(read("freq", freq)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.12.+999999999", "01.01.+999999", "31.02.2026", "1.1.2026", ""})
    void knowsNoSuchDays(String day) {
        assertThat(Moments.day(day)).isEmpty();
        assertThat(Moments.day("31.12.2026")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "24, 1440", "00:01, 1", "12:30, 750", "24:00, 1440"})
    void readsLifetimes(String valid, long minutes) {
        assertThat(read("valid", valid).orElseThrow().validity()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void spreadsOverAPeriodInBatches() {
        Moments moments = read("period", "2", "freq", "30").orElseThrow();
        assertThat(moments.delay(0, 8)).isZero();
        assertThat(moments.delay(1, 8)).isZero();
        assertThat(moments.delay(2, 8)).isEqualTo(Duration.ofMinutes(30));
        assertThat(moments.delay(7, 8)).isEqualTo(Duration.ofMinutes(90));
        assertThat(read().orElseThrow().delay(7, 8)).isZero();
    }
}
