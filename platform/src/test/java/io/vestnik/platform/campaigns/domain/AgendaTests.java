package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.pipeline.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgendaTests {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
    private static final Hours MORNING = Hours.daily(LocalTime.of(9, 0), LocalTime.of(12, 30));

    private static Agenda agenda(Spread spread, Hours hours) {
        Allowed allowed = new Allowed(hours, Whose.RECIPIENT);
        return new Agenda(new Timing(Duration.ofHours(12), new Start.Now(), spread, allowed, true), MOSCOW);
    }

    private static Tally people(long moscow, long vladivostok) {
        return new Tally(
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(
                        "west", new Tally.Zone(1, "RU", "Europe/Moscow", moscow),
                        "east", new Tally.Zone(2, "RU", "Asia/Vladivostok", vladivostok)),
                List.of());
    }

    @Test
    void theLastOfASlowOneLeavesOnceTheHoursWereOpenForLongEnough() {
        assertThat(agenda(new Spread.PerHour(10), MORNING).ends(people(10, 0), NOON))
                .as("five leave today from noon on, five tomorrow from nine on")
                .contains(Instant.parse("2026-11-22T06:24:00Z"));
    }

    @Test
    void zonesShareTheNumberAnHour() {
        assertThat(agenda(new Spread.PerHour(10), MORNING).ends(people(5, 10), NOON))
                .as("Moscow before half past twelve, then Vladivostok from its nine on")
                .contains(Instant.parse("2026-11-21T23:54:00Z"));
    }

    /** Where clocks go forward on the 29th of March at two, and back on the 25th of October at three. */
    private static Instant begins(String local) {
        Start at = new Start.At(LocalDateTime.parse(local), Whose.RECIPIENT);
        Tally berlin = new Tally(
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of("", new Tally.Zone(1, "DE", "Europe/Berlin", 1)),
                List.of());
        Timing timing = new Timing(Duration.ofHours(12)).from(at);
        return new Agenda(timing, MOSCOW)
                .waves(berlin, Instant.parse("2026-01-01T00:00:00Z"))
                .getFirst()
                .startsAt();
    }

    @Test
    void aTimeThatAChangeOfClocksSkipsComesLaterByTheGap() {
        assertThat(begins("2026-03-29T02:30")).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(begins("2026-03-29T03:30")).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void ofATimeThatComesTwiceTheFirstIsMeant() {
        assertThat(begins("2026-10-25T02:30")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(begins("2026-10-25T03:00")).isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void nobodyKnowsWhenTheLastLeavesOfWhatGoesAtOnceOrNever() {
        Hours never = Hours.daily(LocalTime.of(22, 0), LocalTime.of(23, 0)); // quiet hours there
        assertThat(agenda(new Spread.AtOnce(), MORNING).ends(people(10, 0), NOON))
                .isEmpty();
        assertThat(agenda(new Spread.PerHour(10), never).ends(people(10, 0), NOON))
                .isEmpty();
    }
}
