package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgendaTests {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
    private static final Hours MORNING = Hours.daily(LocalTime.of(9, 0), LocalTime.of(12, 30));

    private static Agenda agenda(Spread spread, Hours hours) {
        Allowed allowed = new Allowed(hours, Whose.RECIPIENT);
        return new Agenda(new Timing(Duration.ofHours(12), new Start.Now(), spread, allowed, true), MOSCOW, "RU");
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
        return new Agenda(timing, MOSCOW, "RU")
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

    private static Agenda festive(Timing timing, Whose whose, LocalDate... own) {
        return new Agenda(timing.notOnHolidays(whose), MOSCOW, "RU", Set.of(own));
    }

    private static Timing at(String local, Whose clock) {
        return new Timing(Duration.ofHours(12)).from(new Start.At(LocalDateTime.parse(local), clock));
    }

    private static Tally one(String country, String zone) {
        return new Tally(
                Map.of(), Map.of(), List.of(), Map.of(), Map.of("", new Tally.Zone(1, country, zone, 3)), List.of());
    }

    private static Instant starts(Agenda agenda, Tally tally) {
        return agenda.waves(tally, Instant.parse("2026-11-01T09:00:00Z"))
                .getFirst()
                .startsAt();
    }

    @Test
    void nobodyIsWrittenToOnAHolidayOfTheAccountsCountry() {
        Agenda agenda = festive(at("2026-11-04T10:00", Whose.ACCOUNT), Whose.ACCOUNT);
        Tally tally = one("BY", "Europe/Minsk");
        assertThat(starts(agenda, tally)).isEqualTo(Instant.parse("2026-11-04T21:00:00Z"));
        assertThat(agenda.held(tally, Instant.parse("2026-11-01T09:00:00Z")))
                .containsExactly(new Agenda.Held(LocalDate.of(2026, 11, 4), 3, Instant.parse("2026-11-04T21:00:00Z")));
        assertThat(agenda.timing().plain()).isFalse();
        assertThat(new Timing(Duration.ofHours(1)).notOnHolidays(Whose.ACCOUNT).plain())
                .isFalse();
    }

    @Test
    void eachRecipientHasTheHolidaysOfTheirOwnCountryByTheirOwnClock() {
        Agenda agenda = festive(at("2026-12-16T10:00", Whose.RECIPIENT), Whose.RECIPIENT);
        assertThat(agenda.timing().byRecipient()).isTrue();
        assertThat(starts(agenda, one("KZ", "Asia/Almaty")))
                .as("the Day of Independence")
                .isEqualTo(Instant.parse("2026-12-16T19:00:00Z"));
        assertThat(starts(agenda, one("RU", "Asia/Vladivostok"))).isEqualTo(Instant.parse("2026-12-16T00:00:00Z"));
        assertThat(agenda.held(one("DE", "Europe/Berlin"), NOON)).isEmpty();
    }

    @Test
    void longHolidaysAreWaitedForWithinTheHours() {
        Timing timing = new Timing(
                Duration.ofHours(12),
                new Start.At(LocalDateTime.parse("2026-12-30T20:30"), Whose.ACCOUNT),
                new Spread.PerHour(10),
                new Allowed(Hours.daily(LocalTime.of(9, 0), LocalTime.of(21, 0)), Whose.ACCOUNT),
                false);
        Agenda agenda = festive(timing, Whose.ACCOUNT);
        assertThat(agenda.ends(people(6, 0), NOON))
                .as("five leave before nine in the evening of the 30th, the sixth on the 9th of January")
                .contains(Instant.parse("2027-01-09T06:00:00Z"));
    }

    @Test
    void daysOffOfTheAccountAreHolidaysEverywhere() {
        Agenda agenda = festive(at("2026-11-10T10:00", Whose.RECIPIENT), Whose.RECIPIENT, LocalDate.of(2026, 11, 10));
        assertThat(starts(agenda, one("DE", "Europe/Berlin"))).isEqualTo(Instant.parse("2026-11-10T23:00:00Z"));
    }

    @Test
    void hoursThatHolidaysAlwaysTakeAwayAreTold() {
        LocalDate first = LocalDate.of(2026, 11, 23);
        LocalDate[] mondays =
                Stream.iterate(first, day -> day.plusDays(7)).limit(40).toArray(LocalDate[]::new);
        Allowed allowed = new Allowed(
                new Hours(LocalTime.of(9, 0), LocalTime.of(21, 0), Set.of(DayOfWeek.MONDAY)), Whose.ACCOUNT);
        Timing timing = new Timing(Duration.ofHours(12), allowed);
        Tally tally = people(1, 0);
        assertThat(festive(timing, Whose.ACCOUNT, mondays).neverOpens(tally, NOON))
                .contains(new Campaigns.Fault("holidays", "never_open", "RU"));
        assertThat(festive(timing, Whose.ACCOUNT).neverOpens(tally, NOON)).isEmpty();
    }

    @Test
    void whomNeitherHoursNorHolidaysLeaveATimeIsToldByCountry() {
        Tally tally = new Tally(
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(
                        "ru", new Tally.Zone(1, "RU", "Europe/Moscow", 1),
                        "kz", new Tally.Zone(2, "KZ", "Asia/Almaty", 1),
                        "de", new Tally.Zone(3, "DE", "Europe/Berlin", 1)),
                List.of());
        Allowed late = new Allowed(Hours.daily(LocalTime.of(22, 0), LocalTime.of(23, 0)), Whose.RECIPIENT);
        Timing timing = new Timing(Duration.ofHours(12), new Start.Now(), new Spread.AtOnce(), late, true);
        assertThat(new Agenda(timing, MOSCOW, "RU").neverOpens(tally, NOON))
                .containsExactly(new Campaigns.Fault("hours", "never_open", "DE, KZ, RU"));
        LocalDate[] always = LocalDate.of(2026, 11, 20)
                .datesUntil(LocalDate.of(2027, 11, 20))
                .toArray(LocalDate[]::new);
        assertThat(festive(new Timing(Duration.ofHours(12)), Whose.RECIPIENT, always)
                        .neverOpens(tally, NOON))
                .containsExactly(new Campaigns.Fault("holidays", "never_open", "DE, KZ, RU"));
    }

    @Test
    void aGateClosesWhenAHolidayBeginsAndStaysOpenWhereNoneIsInSight() {
        Tally tally = one("RU", "Europe/Moscow");
        Agenda agenda = festive(new Timing(Duration.ofHours(12)), Whose.ACCOUNT, LocalDate.of(2026, 11, 23));
        List<Wave> waves = agenda.waves(tally, NOON);
        assertThat(agenda.gates(waves, NOON))
                .containsExactly(
                        new CampaignChunk.Gate(1, Instant.parse("2026-11-22T21:00:00Z")),
                        new CampaignChunk.Gate(0, Instant.parse("2026-11-22T21:00:00Z")));
        assertThat(agenda.gates(waves, Instant.parse("2026-11-23T09:00:00Z")))
                .as("closed already")
                .containsExactly(new CampaignChunk.Gate(1, Instant.EPOCH), new CampaignChunk.Gate(0, Instant.EPOCH));
        Agenda elsewhere = new Agenda(new Timing(Duration.ofHours(12)).notOnHolidays(Whose.ACCOUNT), MOSCOW, "DE");
        assertThat(elsewhere.gates(waves, NOON))
                .containsExactly(new CampaignChunk.Gate(1, null), new CampaignChunk.Gate(0, null));
    }
}
