package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.CampaignTurned;
import io.vestnik.platform.campaigns.CampaignTurned.Turn;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Campaigns with an eye on what comes of them, and on what others have sent. */
class CampaignCareTests extends InTheHouse {
    private static final SendingTerms TEST_MODE = new SendingTerms(null, false, null, Duration.ofDays(1), false, true);
    private static final AtomicInteger TRIES = new AtomicInteger();

    /** Of nobody whom another test, or another try of this one, has written to. */
    private static String phone(int number) {
        return "7916%05d%02d".formatted(55_000 + TRIES.get(), number);
    }

    private static Timing timing() {
        return new Timing(Duration.ofHours(12));
    }

    private static Draft timed(Timing timing, String... phones) {
        Draft draft = draft("Привет", phones.length == 0 ? List.of(PEOPLE) : List.of(), phones);
        return draft.at(timing);
    }

    private Campaign campaign(CampaignId id) {
        return house.campaigns.find(Town.CLIENT, id).orElseThrow();
    }

    @Test
    void stopsByItselfWhenTooMuchIsNotDeliveredAndGoesOnWhenAPersonSaysSo() {
        house.crowd(200);
        CampaignId id = house.started(timed(timing().stoppingAbove(20)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        house.tell(id, items, null, MessageState.SENT);
        house.tell(id, items.subList(0, 40), MessageState.SENT, MessageState.UNDELIVERED);
        assertThat(campaign(id).state())
                .as("the others may arrive: failures come back first")
                .isEqualTo(CampaignState.RUNNING);
        house.tell(id, items.subList(40, 41), MessageState.SENT, MessageState.UNDELIVERED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(stores.campaigns().find(Town.CLIENT, id).orElseThrow().trouble())
                .isEqualTo("too_many_undelivered");
        assertThat(house.pipeline.orders).containsExactly("pause " + id);
        assertThat(house.events)
                .containsExactly(
                        new CampaignTurned(Town.CLIENT, id, campaign(id).draft().name(), Turn.STOPPED));

        assertThat(house.campaigns.resume(house.marketer, id)).isTrue();
        house.tell(id, items.subList(100, 110), MessageState.SENT, MessageState.UNDELIVERED);
        assertThat(campaign(id).state()).as("it has been looked at").isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void isJudgedByAFifthWhereItIsSmallAndNotByOneThatFailed() {
        house.crowd(60);
        CampaignId id = house.started(timed(timing().stoppingAbove(5)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        house.tell(id, items.subList(0, 11), null, MessageState.SENT);
        house.tell(id, items.subList(0, 3), MessageState.SENT, MessageState.UNDELIVERED);
        assertThat(campaign(id).state()).as("eleven tell nothing yet").isEqualTo(CampaignState.RUNNING);
        house.tell(id, items.subList(11, 12), null, MessageState.UNDELIVERED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.PAUSED);

        CampaignId other = house.started(timed(timing().stoppingAbove(5)));
        house.jobs.run();
        house.tell(other, items.subList(0, 20), null, MessageState.SENT);
        house.tell(other, items.subList(0, 2), MessageState.SENT, MessageState.UNDELIVERED);
        assertThat(campaign(other).state()).as("two may be chance").isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void goesOnWhileNoMoreIsUndeliveredThanItBears() {
        house.crowd(200);
        CampaignId id = house.started(timed(timing().stoppingAbove(50)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        house.tell(id, items.subList(50, 100), null, MessageState.DELIVERED);
        house.tell(id, items.subList(0, 50), null, MessageState.UNDELIVERED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void isNotStoppedByWhatWasSentToTryItOut() {
        house.crowd(200);
        CampaignId id = house.started(timed(timing().stoppingAbove(20)));
        house.jobs.run();
        house.tell(id, house.pipeline.items(), null, MessageState.UNDELIVERED, SendingTerms.VIRTUAL);
        assertThat(campaign(id).state()).isNotEqualTo(CampaignState.PAUSED);
    }

    @Test
    void isNotStoppedInTestModeWhateverElseEndsInIt() {
        house.settings.settle(TEST_MODE);
        house.crowd(200);
        CampaignId id = house.started(timed(timing().stoppingAbove(20)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        house.tell(id, items, null, MessageState.QUEUED);
        house.tell(id, items.subList(0, 150), MessageState.QUEUED, MessageState.UNDELIVERED, SendingTerms.VIRTUAL);
        house.tell(id, items.subList(150, 160), MessageState.QUEUED, MessageState.EXPIRED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void isNotStoppedByWhatIsQueuedWhileTheRestIsTriedOut() {
        house.crowd(200);
        CampaignId id = house.started(timed(timing().stoppingAbove(20)));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        house.tell(id, items.subList(0, 150), null, MessageState.UNDELIVERED, SendingTerms.VIRTUAL);
        house.tell(id, items.subList(150, 200), null, MessageState.QUEUED);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void leavesOutWhoWasWrittenToAsOftenAsItBears() {
        TRIES.incrementAndGet();
        house.started(timed(timing(), phone(1), phone(2)));
        house.jobs.run();
        house.now = house.now.plus(Duration.ofDays(1));
        house.started(timed(timing(), phone(1)));
        house.jobs.run();
        CampaignId id = house.saved(timed(timing().within(new Cap(2, 7)), phone(1), phone(2), phone(3)));
        assertThat(house.previewed(id).leftOut()).isEqualTo(Map.of("too_often", 1L));
        house.now = house.now.plus(Duration.ofDays(6).plusHours(1));
        CampaignId later = house.saved(timed(timing().within(new Cap(2, 7)), phone(1), phone(2), phone(3)));
        assertThat(house.previewed(later).recipients()).isEqualTo(3);
    }

    @Test
    void whoWasWrittenToBetweenThePreviewAndTheirTurnIsLeftOutWithTheirMoneyBack() {
        TRIES.incrementAndGet();
        Start planned = new Start.At(LocalDateTime.parse("2026-11-25T12:00"), Whose.ACCOUNT);
        CampaignId late =
                house.started(timed(timing().from(planned).within(new Cap(1, 7)), phone(1), phone(2), phone(3)));
        Money held = balance();
        house.goOnUntil(House.NOW.plus(Duration.ofDays(1)));
        house.started(timed(timing(), phone(1)));
        house.jobs.run();
        Money before = balance();
        assertThat(before).as("3.50 for the one between").isEqualTo(held.minus(Money.of("3.50")));
        assertThat(unsent(late)).isEqualTo(new CounterStore.Unsent(3, Money.of("10.50")));
        house.goOnUntil(House.NOW.plus(Duration.ofDays(4).plusHours(1)));
        List<CampaignChunk.Item> queued = house.pipeline.items();
        assertThat(queued).extracting(CampaignChunk.Item::recipient).containsExactly(phone(1), phone(2), phone(3));
        house.tell(late, queued.subList(1, 3), null, MessageState.QUEUED);
        assertThat(unsent(late))
                .as("whoever was left out has the money back already")
                .isEqualTo(new CounterStore.Unsent(2, Money.of("7.00")));
        house.tell(late, queued.subList(1, 3), MessageState.QUEUED, MessageState.SENT);
        assertThat(unsent(late)).isEqualTo(CounterStore.Unsent.NOTHING);
        assertThat(balance()).isEqualTo(before.plus(Money.of("3.50")));
        assertThat(leftOut(late)).containsExactly(phone(1));
    }

    @Test
    void ofTwoThatBearOneMessageTheFirstWritesAndTheSecondDoesNot() {
        TRIES.incrementAndGet();
        Timing once = timing().within(new Cap(1, 7));
        CampaignId first = house.saved(timed(once, phone(1)));
        CampaignId second = house.saved(timed(once, phone(1)));
        int previewed = house.previewed(first).number();
        int other = house.previewed(second).number();
        house.campaigns.confirm(house.marketer, second, other);
        house.campaigns.confirm(house.marketer, first, previewed);
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .containsExactly(phone(1));
        assertThat(leftOut(first).size() + leftOut(second).size()).isEqualTo(1);
    }

    private CounterStore.Unsent unsent(CampaignId id) {
        return Objects.requireNonNull(
                stores.counters().unsent(Town.CLIENT, List.of(id)).get(id));
    }

    private Money balance() {
        return Objects.requireNonNull(house.billing.available.get(Town.CLIENT));
    }

    private List<String> leftOut(CampaignId id) {
        return stores
                .recipients()
                .leftOut(Town.CLIENT, id, 1, AudienceStore.Left.because(Verdict.TOO_OFTEN), null, 10)
                .items()
                .stream()
                .map(AudienceLine::phone)
                .toList();
    }

    private long recipients(int days, String... phones) {
        return house.previewed(house.saved(timed(timing().within(new Cap(1, days)), phones)))
                .recipients();
    }

    @Test
    void whatWasPlannedCountsWhenItWent() {
        TRIES.incrementAndGet();
        Start planned = new Start.At(LocalDateTime.parse("2026-12-11T12:00"), Whose.ACCOUNT);
        house.started(timed(timing().from(planned), phone(1)));
        assertThat(recipients(7, phone(1))).as("in twenty days").isEqualTo(1);
        house.goOnUntil(House.NOW.plus(Duration.ofDays(15)));
        assertThat(recipients(7, phone(1))).as("in five days").isZero();
        house.goOnUntil(House.NOW.plus(Duration.ofDays(21)));
        assertThat(recipients(7, phone(1))).as("the day before").isZero();
        house.goOnUntil(House.NOW.plus(Duration.ofDays(28)));
        assertThat(recipients(7, phone(1))).isEqualTo(1);
    }

    @Test
    void whoWasWrittenToInTestModeOnlyDoesNotCount() {
        TRIES.incrementAndGet();
        house.settings.settle(TEST_MODE);
        house.started(timed(timing(), phone(1)));
        house.jobs.run();
        house.settings.settle(SendingTerms.USUAL);
        assertThat(recipients(7, phone(1))).isEqualTo(1);
    }

    @Test
    void ofAPausedOneWhoWasQueuedCountsForItsDays() {
        TRIES.incrementAndGet();
        CampaignId id = house.started(timed(timing().at(new Spread.PerHour(2)), phone(1), phone(2), phone(3)));
        house.jobs.run();
        house.campaigns.pause(house.marketer, id);
        house.jobs.run();
        assertThat(recipients(7, phone(1), phone(2), phone(3))).isEqualTo(2);
        house.now = house.now.plus(Duration.ofDays(8));
        assertThat(recipients(7, phone(1), phone(2), phone(3))).isEqualTo(3);
    }

    @Test
    void ofACancelledOneWhoWasQueuedCounts() {
        TRIES.incrementAndGet();
        CampaignId id = house.started(timed(timing().at(new Spread.PerHour(2)), phone(1), phone(2), phone(3)));
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient)
                .containsExactly(phone(1));
        house.campaigns.cancel(house.marketer, id);
        house.jobs.run();
        assertThat(recipients(7, phone(1), phone(2), phone(3))).isEqualTo(2);
    }
}
