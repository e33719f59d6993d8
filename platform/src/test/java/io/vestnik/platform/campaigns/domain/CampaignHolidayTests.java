package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Campaigns that do not leave on holidays. It is noon in Moscow, on a Saturday. */
class CampaignHolidayTests extends InTheHouse {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final Timing AT_ONCE = new Timing(Duration.ofHours(12));

    private CampaignState state(CampaignId id) {
        return house.campaigns.find(Town.CLIENT, id).orElseThrow().state();
    }

    private static Draft timed(Timing timing) {
        return draft("Привет", List.of(PEOPLE)).at(timing);
    }

    @Test
    void whatWouldLeaveOnADayOffOfTheAccountLeavesOnTheNextDay() {
        house.crowd(4);
        house.daysOff.add(SUNDAY);
        CampaignId id = house.started(timed(
                AT_ONCE.from(new Start.At(SUNDAY.atTime(10, 0), Whose.ACCOUNT)).notOnHolidays(Whose.ACCOUNT)));
        house.goOnUntil(Instant.parse("2026-11-22T20:59:00Z"));
        assertThat(house.pipeline.items()).isEmpty();
        assertThat(state(id)).isEqualTo(CampaignState.SCHEDULED);
        house.goOnUntil(Instant.parse("2026-11-22T21:01:00Z"));
        assertThat(house.pipeline.items()).hasSize(4);
    }

    @Test
    void eachRecipientIsLeftInPeaceOnTheHolidaysOfTheirOwnCountry() {
        house.now = Instant.parse("2026-12-15T12:00:00Z");
        house.town.countries.put("7903", "KZ");
        house.town.zones.put("7903", "Asia/Almaty");
        house.crowd(4);
        house.started(timed(AT_ONCE.from(new Start.At(LocalDateTime.parse("2026-12-16T10:00"), Whose.RECIPIENT))
                .notOnHolidays(Whose.RECIPIENT)));
        house.goOnUntil(Instant.parse("2026-12-16T18:59:00Z"));
        assertThat(house.pipeline.items())
                .as("the Day of Independence in Kazakhstan")
                .hasSize(2)
                .allMatch(item -> item.recipient().startsWith("7916"));
        house.goOnUntil(Instant.parse("2026-12-16T19:01:00Z"));
        assertThat(house.pipeline.items()).hasSize(4);
    }

    @Test
    void oneThatIsOnItsWayStandsOverTheHolidayWithWhatIsInTheQueue() {
        house.crowd(60);
        house.daysOff.add(SUNDAY);
        house.started(timed(AT_ONCE.at(new Spread.PerHour(4)).notOnHolidays(Whose.ACCOUNT)));
        house.goOnUntil(Instant.parse("2026-11-21T21:01:00Z"));
        int before = house.pipeline.items().size();
        assertThat(before).isBetween(47, 49);
        assertThat(house.pipeline.free(0, house.now)).isEmpty();
        house.goOnUntil(Instant.parse("2026-11-22T20:59:00Z"));
        assertThat(house.pipeline.items()).hasSize(before);
        assertThat(house.pipeline.free(0, house.now)).isEmpty();
        house.goOnUntil(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(house.pipeline.items()).hasSize(60);
        assertThat(house.pipeline.free(0, house.now)).hasSize(60);
    }

    @Test
    void aDayOffThatIsAddedWhenAllAreQueuedKeepsWhatHasNotLeft() {
        house.crowd(4);
        house.started(timed(AT_ONCE.notOnHolidays(Whose.ACCOUNT)));
        house.goOnUntil(House.NOW.plusSeconds(2));
        assertThat(house.pipeline.items()).hasSize(4);
        house.daysOff.add(SUNDAY);
        house.goOnUntil(House.NOW.plus(Duration.ofHours(1)));
        Instant midnight = Instant.parse("2026-11-21T21:00:00Z");
        assertThat(house.pipeline.free(0, midnight.minusSeconds(1))).hasSize(4);
        assertThat(house.pipeline.free(0, midnight)).isEmpty();
        house.goOnUntil(Instant.parse("2026-11-22T09:00:00Z"));
        house.daysOff.remove(SUNDAY);
        house.goOnUntil(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(house.pipeline.free(0, house.now)).hasSize(4);
    }

    @Test
    void aHolidayThatIsFarAwayHurriesNobody() {
        house.crowd(7_000);
        house.daysOff.add(SUNDAY.plusDays(8));
        house.started(timed(AT_ONCE.notOnHolidays(Whose.ACCOUNT)));
        house.goOnUntil(House.NOW.plusSeconds(2));
        assertThat(house.pipeline.items()).hasSize(7_000);
    }

    @Test
    void noMoreThanSixThousandWaitInTheQueueBeforeAHolidayThatIsNear() {
        house.crowd(7_000);
        house.daysOff.add(SUNDAY);
        house.started(timed(AT_ONCE.notOnHolidays(Whose.ACCOUNT)));
        house.goOnUntil(House.NOW.plusSeconds(2));
        assertThat(house.pipeline.items()).hasSize(6_000);
        Instant midnight = Instant.parse("2026-11-21T21:00:00Z");
        assertThat(house.pipeline.free(0, midnight.minusSeconds(1))).hasSize(6_000);
        assertThat(house.pipeline.free(0, midnight)).as("though no job runs").isEmpty();
    }

    @Test
    void hoursThatHolidaysAlwaysTakeAwayAreRefusedBeforeAnythingIsPaid() {
        house.crowd(2);
        SUNDAY.datesUntil(SUNDAY.plusYears(1)).forEach(house.daysOff::add);
        Allowed evenings = new Allowed(Hours.daily(LocalTime.of(9, 0), LocalTime.of(11, 0)), Whose.ACCOUNT);
        CampaignId id = house.saved(timed(new Timing(Duration.ofHours(12), evenings).notOnHolidays(Whose.ACCOUNT)));
        int preview = house.previewed(id).number();
        assertThat(house.campaigns.confirm(house.marketer, id, preview))
                .isEqualTo(new Confirmation.Refused(List.of(new Fault("holidays", "never_open", "RU"))));
        assertThat(house.billing.available.get(Town.CLIENT)).isEqualTo(Money.of("1000000"));
    }

    @Test
    void aDraftKeepsOnWhoseHolidaysItDoesNotLeave() {
        Timing timing = AT_ONCE.notOnHolidays(Whose.RECIPIENT);
        CampaignId id = house.saved(timed(timing));
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().draft().timing())
                .isEqualTo(timing);
        assertThat(timing.at(new Spread.PerHour(1))
                        .from(new Start.Now())
                        .within(new Cap(1, 1))
                        .stoppingAbove(5)
                        .holidays())
                .isEqualTo(Whose.RECIPIENT);
    }
}
