package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a campaign is sent. It is noon in Moscow. */
class CampaignTimingTests extends InTheHouse {
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-21T18:00");
    private static final Instant SIX = Instant.parse("2026-11-21T15:00:00Z");

    private static Draft timed(Timing timing, String... phones) {
        Draft draft = draft("Привет", phones.length == 0 ? List.of(PEOPLE) : List.of(), phones);
        return draft.at(timing);
    }

    private static Timing timing() {
        return new Timing(Duration.ofHours(12));
    }

    private Timing at(@Nullable LocalDateTime local, Whose clock) {
        return timing().from(new Start.At(local, clock));
    }

    private static Timing within(Timing timing, Hours hours, Whose clock) {
        return new Timing(
                timing.validity(), timing.start(), timing.spread(), new Allowed(hours, clock), timing.quiet());
    }

    private Money balance() {
        return Objects.requireNonNull(house.billing.available.get(Town.CLIENT));
    }

    private Campaign campaign(CampaignId id) {
        return house.campaigns.find(Town.CLIENT, id).orElseThrow();
    }

    private void until(Instant end) {
        house.goOnUntil(end);
    }

    @Test
    void takesTheMoneyWhenItIsPlannedAndSendsWhenItIsTime() {
        house.crowd(4);
        CampaignId id = house.started(timed(at(EVENING, Whose.ACCOUNT)));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.SCHEDULED);
        assertThat(balance()).isEqualTo(Money.of("999985.00"));
        house.jobs.run();
        assertThat(house.pipeline.items()).isEmpty();
        assertThat(house.jobs.next()).contains(SIX);

        house.town.rise = Money.of("1.00");
        until(SIX);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
        assertThat(house.pipeline.items()).hasSize(4);
        assertThat(house.pipeline.items().getFirst().quote().own().perPart()).isEqualTo(Money.of("4.00"));
        assertThat(house.pipeline.chunks.getFirst().validUntil())
                .as("the lifetime counts from its own turn")
                .isEqualTo(SIX.plus(Duration.ofHours(12)));
        assertThat(house.jobs.next()).isEmpty();
        house.tell(id, house.pipeline.items(), null, MessageState.DELIVERED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.FINISHED);
    }

    @Test
    void aScheduledOneThatIsCancelledGivesAllOfItBack() {
        house.crowd(4);
        Money before = balance();
        CampaignId id = house.started(timed(at(EVENING, Whose.ACCOUNT)));
        house.jobs.run();
        assertThat(house.campaigns.cancel(house.marketer, id)).isTrue();
        house.jobs.run();
        assertThat(balance()).isEqualTo(before);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(campaign(id).finishedAt()).isNotNull();
        until(SIX);
        assertThat(house.pipeline.items()).isEmpty();
        assertThat(balance()).as("given back once").isEqualTo(before);
    }

    @Test
    void eachRecipientGetsItWhenTheirOwnClockShowsTheTime() {
        house.town.zones.put("7916", "Asia/Vladivostok");
        house.town.zones.put("7903", "Europe/Kaliningrad");
        house.crowd(10);
        CampaignId id = house.started(timed(at(LocalDateTime.parse("2026-11-22T10:00"), Whose.RECIPIENT)));
        house.jobs.run();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.SCHEDULED);
        until(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(house.pipeline.items())
                .hasSize(5)
                .allMatch(it -> it.recipient().startsWith("7916"));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
        until(Instant.parse("2026-11-22T07:59:59Z"));
        assertThat(house.pipeline.items()).hasSize(5);
        until(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(campaign(id).recipients()).isEqualTo(10);
    }

    @Test
    void whatDoesNotFitIntoTheHoursGoesInTheNextOnes() {
        house.crowd(10);
        Hours morning = Hours.daily(LocalTime.of(9, 0), LocalTime.of(12, 30));
        Timing timing = within(timing().at(new Spread.PerHour(10)), morning, Whose.ACCOUNT);
        CampaignId id = house.started(timed(timing));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
        until(Instant.parse("2026-11-21T20:00:00Z"));
        assertThat(house.pipeline.items()).hasSize(5);
        assertThat(house.jobs.next()).contains(Instant.parse("2026-11-22T06:00:00Z"));
        until(Instant.parse("2026-11-22T05:59:59Z"));
        assertThat(house.pipeline.items()).hasSize(5);
        until(Instant.parse("2026-11-22T06:24:01Z"));
        assertThat(house.pipeline.items()).hasSize(10);
        assertThat(house.pipeline.chunks.getLast().validUntil())
                .as("the night does not count against the lifetime")
                .isAfter(Instant.parse("2026-11-22T18:00:00Z"));
    }

    @Test
    void confirmedOutsideOfItsHoursItWaitsForThem() {
        house.crowd(2);
        CampaignId id = house.started(
                timed(within(timing(), Hours.daily(LocalTime.of(9, 0), LocalTime.of(11, 0)), Whose.ACCOUNT)));
        assertThat(campaign(id).state()).isEqualTo(CampaignState.SCHEDULED);
        until(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(house.pipeline.items()).hasSize(2);
    }

    @Test
    void quietHoursOfTheRecipientsCountryAreKept() {
        house.town.zones.put("7916", "Asia/Kamchatka"); // nine in the evening there
        house.crowd(4);
        house.started(timed(new Timing(Duration.ofHours(12), new Start.Now(), new Spread.AtOnce(), null, true)));
        house.jobs.run();
        assertThat(house.pipeline.items())
                .hasSize(2)
                .allMatch(it -> it.recipient().startsWith("7903"));
        until(Instant.parse("2026-11-21T21:00:00Z"));
        assertThat(house.pipeline.items()).hasSize(4);
    }

    @Test
    void spreadOverAPeriodItLeavesEvenlyAndStopsWhileItIsPaused() {
        house.crowd(60);
        CampaignId id = house.started(timed(timing().at(new Spread.Over(Duration.ofHours(1)))));
        until(House.NOW.plus(Duration.ofMinutes(30)));
        assertThat(house.pipeline.items()).hasSize(31);
        assertThat(house.campaigns.pause(house.marketer, id)).isTrue();
        until(House.NOW.plus(Duration.ofHours(3)));
        assertThat(house.pipeline.items()).hasSize(31);
        assertThat(house.campaigns.resume(house.marketer, id)).isTrue();
        until(House.NOW.plus(Duration.ofMinutes(180 + 15)));
        assertThat(house.pipeline.items())
                .as("the pause does not make it hurry")
                .hasSizeBetween(45, 47);
        until(House.NOW.plus(Duration.ofMinutes(180 + 30)));
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void aLifetimeShorterThanThePeriodCountsFromTheTurnOfEachAndLosesNobody() {
        house.crowd(60);
        house.started(timed(new Timing(Duration.ofMinutes(10)).at(new Spread.Over(Duration.ofHours(1)))));
        until(House.NOW.plus(Duration.ofHours(1)));
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(house.pipeline.chunks.getLast().validUntil()).isAfter(House.NOW.plus(Duration.ofMinutes(60)));
    }

    @Test
    void cancelledOnTheWayItGivesBackWhatWaited() {
        house.crowd(60);
        CampaignId id = house.started(timed(timing().at(new Spread.PerHour(30))));
        until(House.NOW.plus(Duration.ofMinutes(59)));
        assertThat(house.pipeline.items()).hasSize(30);
        Money before = balance();
        assertThat(house.campaigns.cancel(house.marketer, id)).isTrue();
        house.jobs.run();
        assertThat(balance()).isEqualTo(before.plus(Money.of("3.50").times(30)));
    }

    @Test
    void speedChangedOnTheWayCountsFromNowOn() {
        house.crowd(60);
        CampaignId id = house.started(timed(timing().at(new Spread.PerHour(10))));
        until(House.NOW.plus(Duration.ofMinutes(59)));
        assertThat(house.pipeline.items()).hasSize(10);
        assertThat(house.campaigns.speed(house.marketer, id, new Spread.PerHour(0)))
                .isFalse();
        assertThat(house.campaigns.speed(house.marketer, id, new Spread.PerHour(20)))
                .isTrue();
        assertThat(house.pipeline.orders)
                .as("what is in the queue keeps to it too")
                .containsExactly("speed " + id + " 20");
        until(House.NOW.plus(Duration.ofMinutes(59 + 59)));
        assertThat(house.pipeline.items()).hasSize(30);
        assertThat(house.campaigns.speed(house.marketer, id, new Spread.AtOnce()))
                .isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneThatLeavesAtOnceMayBeSlowedWhileItIsQueuedAndLosesNobody() {
        house.crowd(3_500);
        CampaignId id = house.started(timed(timing()));
        house.jobs.step();
        assertThat(house.campaigns.speed(house.marketer, id, new Spread.PerHour(3_600)))
                .isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(3_002);
        assertThat(house.campaigns.speed(house.marketer, id, new Spread.AtOnce()))
                .isTrue();
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .hasSize(3_500)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoIsStoppedWhileItRunsIsNotWrittenToAndTheMoneyGoesBack() {
        house.crowd(4);
        house.started(timed(timing().at(new Spread.PerHour(2))));
        house.jobs.run();
        Money before = balance();
        house.pipeline.stopped.add("79160000002");
        until(House.NOW.plus(Duration.ofHours(3)));
        assertThat(house.pipeline.items()).hasSize(3);
        assertThat(balance()).isEqualTo(before.plus(Money.of("3.50")));
    }

    @Test
    void aGroupThatIsDeletedAfterItWasPlannedTakesNobodyAway() {
        house.crowd(4);
        house.started(timed(at(EVENING, Whose.ACCOUNT)));
        house.contacts.forget(PEOPLE);
        until(SIX);
        assertThat(house.pipeline.items())
                .as("the audience was frozen and paid for")
                .hasSize(4);
    }

    @Test
    void whatIsInTheQueueWhenTheHoursEndWaitsForTheNext() {
        house.crowd(2);
        Hours morning = Hours.daily(LocalTime.of(9, 0), LocalTime.of(12, 30));
        CampaignId id = house.started(timed(within(timing(), morning, Whose.ACCOUNT)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        assertThat(items).hasSize(2);
        house.tell(id, items, null, MessageState.QUEUED);
        until(Instant.parse("2026-11-21T09:29:59Z"));
        assertThat(house.pipeline.free(0, house.now)).hasSize(2);
        until(Instant.parse("2026-11-21T20:00:00Z"));
        assertThat(house.pipeline.free(0, house.now)).isEmpty();
        house.campaigns.pause(house.marketer, id);
        house.campaigns.resume(house.marketer, id);
        house.jobs.run();
        assertThat(house.pipeline.free(0, house.now))
                .as("nothing leaves at night")
                .isEmpty();
        until(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(house.pipeline.free(0, house.now)).hasSize(2);
        house.tell(id, items, MessageState.QUEUED, MessageState.DELIVERED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.FINISHED);
        until(Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(house.jobs.next()).isEmpty();
    }

    @Test
    void tellsPlainlyWhatCannotBe() {
        assertThat(faults(at(null, Whose.ACCOUNT))).containsExactly(new Fault("start", "empty", ""));
        assertThat(faults(at(LocalDateTime.parse("2026-11-21T11:00"), Whose.ACCOUNT)))
                .containsExactly(new Fault("start", "past", ""));
        assertThat(faults(at(LocalDateTime.parse("2026-11-19T23:00"), Whose.RECIPIENT)))
                .containsExactly(new Fault("start", "past", ""));
        assertThat(faults(at(LocalDateTime.parse("2028-11-21T11:00"), Whose.ACCOUNT)))
                .containsExactly(new Fault("start", "too_far", "366"));
        assertThat(faults(new Timing(
                        Duration.ofHours(1),
                        new Start.Now(),
                        new Spread.AtOnce(),
                        new Allowed(null, Whose.ACCOUNT),
                        false)))
                .containsExactly(new Fault("hours", "empty", ""));
        assertThat(faults(timing().at(new Spread.Over(Duration.ofDays(40)))))
                .containsExactly(new Fault("spread", "out_of_range", "31"));
        assertThat(faults(timing().at(new Spread.PerHour(0))))
                .containsExactly(new Fault("rate", "out_of_range", "10000000"));
    }

    private List<Fault> faults(Timing timing) {
        Draft draft = timed(timing, "79160000001");
        return switch (house.campaigns.save(house.marketer, null, 0, draft)) {
            case Saved.Refused refused -> refused.faults();
            case Saved.Kept kept ->
                house.campaigns.preview(house.marketer, kept.id()) instanceof Saved.Refused(List<Fault> faults)
                        ? faults
                        : List.of();
            case Saved other -> throw new AssertionError(other);
        };
    }

    @Test
    void windowsThatNeverOpenAreRefusedBeforeAnythingIsPaid() {
        house.crowd(2);
        Hours night = new Hours(LocalTime.of(22, 0), LocalTime.of(23, 0), Set.of(DayOfWeek.MONDAY));
        Timing timing = new Timing(
                Duration.ofHours(12), new Start.Now(), new Spread.AtOnce(), new Allowed(night, Whose.RECIPIENT), true);
        CampaignId id = house.saved(timed(timing));
        Preview preview = house.previewed(id);
        assertThat(preview.faults())
                .as("nobody has to press the button to learn it")
                .containsExactly(new Fault("hours", "never_open", "RU"));
        assertThat(house.campaigns.confirm(house.marketer, id, preview.number()))
                .isEqualTo(new Confirmation.Refused(List.of(new Fault("hours", "never_open", "RU"))));
        assertThat(balance()).isEqualTo(Money.of("1000000"));
    }

    @Test
    void aDraftKeepsItsTimingAsItWasWritten() {
        Timing timing = new Timing(
                Duration.ofHours(5),
                new Start.At(EVENING, Whose.RECIPIENT),
                new Spread.Over(Duration.ofMinutes(90)),
                new Allowed(
                        new Hours(LocalTime.of(9, 30), LocalTime.of(18, 0), Set.of(DayOfWeek.MONDAY)), Whose.RECIPIENT),
                true);
        CampaignId id = house.saved(timed(timing, "79160000001"));
        assertThat(campaign(id).draft().timing()).isEqualTo(timing);
    }
}
