package io.vestnik.platform.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.shell.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyMeterTests {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z"); // a Sunday

    private final KeyMeter meter = new KeyMeter(1, MOSCOW, NOON);

    @Test
    void takesAllOrNothing() {
        Map<Span, Long> limits = Map.of(Span.MINUTE, 10L, Span.DAY, 100L);
        assertThat(meter.take(9, limits, MOSCOW, NOON)).isEmpty();
        assertThat(meter.take(2, limits, MOSCOW, NOON))
                .contains(new KeyRefusal.LimitReached("messages-minute", 10, Duration.ofMinutes(1)));
        assertThat(meter.take(1, limits, MOSCOW, NOON)).isEmpty();
        assertThat(left(limits, NOON)).containsExactly(0L, 90L);
    }

    @Test
    void beginsEachSpanByTheClockOfTheAccount() {
        Map<Span, Long> limits =
                new EnumMap<>(Map.of(Span.MINUTE, 9L, Span.HOUR, 9L, Span.DAY, 9L, Span.WEEK, 9L, Span.MONTH, 9L));
        assertThat(meter.take(9, limits, MOSCOW, NOON)).isEmpty();
        assertThat(left(limits, NOON.plusSeconds(59))).containsExactly(0L, 0L, 0L, 0L, 0L);
        assertThat(left(limits, NOON.plusSeconds(60))).containsExactly(9L, 0L, 0L, 0L, 0L);
        assertThat(left(limits, NOON.plusSeconds(3_600))).containsExactly(9L, 9L, 0L, 0L, 0L);
        Instant monday = Instant.parse("2026-11-22T21:00:00Z"); // midnight in Moscow
        assertThat(left(limits, monday.minusMillis(1))).containsExactly(9L, 9L, 0L, 0L, 0L);
        assertThat(left(limits, monday)).containsExactly(9L, 9L, 9L, 9L, 0L);
        assertThat(left(limits, Instant.parse("2026-11-30T21:00:00Z"))).containsExactly(9L, 9L, 9L, 9L, 9L);
    }

    @Test
    void tellsHowLongASpanIsAndHasLeft() {
        List<Quota> quotas = meter.quotas(Map.of(Span.HOUR, 5L), MOSCOW, NOON.plusSeconds(600));
        assertThat(quotas).containsExactly(new Quota("messages-hour", 5, 5, 3_600, 3_000));
    }

    @Test
    void neverLosesACountOnItsWayWhateverBecomesOfTheWriting() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Span, Long> limits = Map.of(Span.MONTH, 1_000_000L);
        long taken = 0;
        long kept = 0;
        for (int step = 0; step < 200; step++) {
            int messages = 1 + random.nextInt(9);
            assertThat(meter.take(messages, limits, MOSCOW, NOON)).isEmpty();
            taken += messages;
            if (random.nextBoolean()) {
                List<KeyCount> leaving = meter.leave();
                if (random.nextBoolean()) {
                    meter.stay();
                } else {
                    KeyCount month = leaving.getLast();
                    kept += month.messages();
                    meter.written(new KeyCount(1, Span.MONTH, month.since(), kept));
                }
            }
            assertThat(left(limits, NOON)).as("seed %d", seed).containsExactly(1_000_000 - taken);
        }
    }

    @Test
    void leavesSumsOfAnotherSpanAlone() {
        Map<Span, Long> limits = Map.of(Span.MINUTE, 10L);
        meter.read(new KeyCount(1, Span.MINUTE, NOON.minusSeconds(60), 10));
        assertThat(left(limits, NOON)).containsExactly(10L);
        meter.read(new KeyCount(1, Span.MINUTE, NOON, 4));
        meter.read(new KeyCount(1, Span.MINUTE, NOON, 3));
        assertThat(left(limits, NOON)).as("sums only grow").containsExactly(6L);
    }

    @Test
    void countsWhatIsSetAsideOnlyOnceItIsSent() {
        Map<Span, Long> limits = Map.of(Span.DAY, 10L);
        try (KeyUse.Reservation refused = meter.reserve(8, limits, MOSCOW, NOON)) {
            assertThat(refused.refusal()).isEmpty();
            assertThat(meter.take(3, limits, MOSCOW, NOON))
                    .as("they are promised")
                    .isPresent();
            assertThat(meter.leave()).as("nothing of it is written down").isEmpty();
        }
        assertThat(left(limits, NOON)).containsExactly(10L);
        try (KeyUse.Reservation sent = meter.reserve(8, limits, MOSCOW, NOON)) {
            sent.spend();
        }
        assertThat(left(limits, NOON)).containsExactly(2L);
        assertThat(meter.leave()).extracting(KeyCount::messages).containsOnly(8L);
        try (KeyUse.Reservation more = meter.reserve(3, limits, MOSCOW, NOON)) {
            assertThat(more.refusal()).get().isInstanceOf(KeyRefusal.LimitReached.class);
        }
        KeyUse.Reservation late = meter.reserve(2, limits, MOSCOW, NOON);
        assertThat(left(limits, NOON.plus(Duration.ofDays(1))))
                .as("another day")
                .containsExactly(10L);
        late.spend();
        assertThat(left(limits, NOON.plus(Duration.ofDays(1)))).containsExactly(10L);
    }

    @Test
    void setsCodesAsideAtAnyHourWhereTheKeySendsThemAtOnce() {
        Daytime evening = new Daytime(LocalTime.of(18, 0), LocalTime.of(20, 0));
        for (boolean instant : new boolean[] {true, false}) {
            KeyTerms terms = new KeyTerms(Set.of(), List.of(), null, evening, instant, Map.of());
            KeyUse use = new Metered(terms, meter, MOSCOW, Clock.fixed(NOON, MOSCOW));
            try (KeyUse.Reservation code = use.reserve(1, true);
                    KeyUse.Reservation other = use.reserve(1, false)) {
                assertThat(code.refusal().isEmpty()).isEqualTo(instant);
                assertThat(other.refusal()).contains(new KeyRefusal.OutsideHours(Duration.ofHours(6)));
            }
        }
    }

    private List<Long> left(Map<Span, Long> limits, Instant at) {
        Map<Span, Long> ordered = new EnumMap<>(limits);
        return meter.quotas(ordered, MOSCOW, at).stream().map(Quota::left).toList();
    }
}
