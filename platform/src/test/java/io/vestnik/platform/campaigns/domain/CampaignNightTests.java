package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static io.vestnik.platform.kernel.MessageState.QUEUED;
import static io.vestnik.platform.kernel.MessageState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes too late, stood still or has to wait for the morning. It is noon in Moscow. */
class CampaignNightTests extends InTheHouse {
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-11-21T18:00");
    private static final Instant SIX = Instant.parse("2026-11-21T15:00:00Z");
    private static final Timing AT_ONCE = new Timing(Duration.ofHours(12));
    private static final Timing MORNINGS = new Timing(
            Duration.ofHours(12), new Allowed(Hours.daily(LocalTime.of(9, 0), LocalTime.of(12, 30)), Whose.ACCOUNT));

    private static Draft timed(Timing timing) {
        return draft("Привет", List.of(PEOPLE)).at(timing);
    }

    private static Timing evening(Whose clock) {
        return AT_ONCE.from(new Start.At(EVENING, clock));
    }

    @Test
    void resumedOutsideOfItsHoursItsMessagesStayInTheQueue() {
        house.crowd(2);
        CampaignId id = house.started(timed(MORNINGS));
        house.jobs.run();
        house.tell(id, house.pipeline.items(), null, MessageState.QUEUED);
        assertThat(house.pipeline.free(0, house.now)).hasSize(2);
        house.campaigns.pause(house.marketer, id);
        house.goOnUntil(Instant.parse("2026-11-21T20:00:00Z"));
        house.campaigns.resume(house.marketer, id);
        assertThat(house.pipeline.orders).containsExactly("pause " + id, "resume " + id + " after PT11H");
        assertThat(house.pipeline.free(0, house.now))
                .as("not even until the next step")
                .isEmpty();
        house.goOnUntil(Instant.parse("2026-11-22T05:59:59Z"));
        assertThat(house.pipeline.free(0, house.now)).isEmpty();
        house.goOnUntil(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(house.pipeline.free(0, house.now)).hasSize(2);
    }

    @Test
    void whatIsInTheQueueOfAZoneThatClosesStaysThereWhileAnotherGoesOn() {
        house.town.zones.put("7903", "Europe/Kaliningrad"); // an hour behind Moscow
        house.crowd(20_000);
        Allowed morning = new Allowed(Hours.daily(LocalTime.of(9, 0), LocalTime.of(12, 30)), Whose.RECIPIENT);
        CampaignId id = house.started(timed(new Timing(Duration.ofHours(12), morning)));
        Instant closes = Instant.parse("2026-11-21T09:30:00Z");
        house.goOnUntil(closes.minusSeconds(1)); // the route takes nothing
        int moscow = wave("7916");
        int kaliningrad = wave("7903");
        assertThat(house.pipeline.free(moscow, house.now)).hasSize(6_000);
        assertThat(house.pipeline.free(kaliningrad, house.now)).hasSize(6_000);
        assertThat(house.pipeline.free(moscow, closes)).as("though no job runs").isEmpty();
        house.goOnUntil(closes.plusSeconds(2));
        assertThat(house.pipeline.free(moscow, house.now)).isEmpty();

        house.tell(id, of("7903"), QUEUED, SENT);
        house.goOnUntil(closes.plusSeconds(4));
        assertThat(of("7903"))
                .as("who is awake is not kept waiting for who sleeps")
                .hasSize(10_000);
        assertThat(of("7916")).hasSize(6_000);

        house.goOnUntil(Instant.parse("2026-11-22T05:59:59Z"));
        assertThat(house.pipeline.free(moscow, house.now)).isEmpty();
        house.goOnUntil(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(house.pipeline.free(moscow, house.now)).hasSize(6_000);
    }

    private List<CampaignChunk.Item> of(String network) {
        return house.pipeline.items().stream()
                .filter(item -> item.recipient().startsWith(network))
                .toList();
    }

    private int wave(String network) {
        return house.pipeline.chunks.stream()
                .filter(chunk -> chunk.items().getFirst().recipient().startsWith(network))
                .findFirst()
                .orElseThrow()
                .gate()
                .wave();
    }

    @Test
    void noMoreThanSixThousandWaitInTheQueueWhereHoursAreKept() {
        house.crowd(7_000);
        CampaignId id = house.started(timed(MORNINGS));
        house.goOnUntil(House.NOW.plusSeconds(2));
        List<CampaignChunk.Item> first = house.pipeline.items();
        assertThat(first).as("nothing is told of them yet").hasSize(6_000);
        house.tell(id, first, null, MessageState.QUEUED);
        house.goOnUntil(House.NOW.plusSeconds(4));
        assertThat(house.pipeline.items()).hasSize(6_000);
        house.tell(id, first.subList(0, 3_000), MessageState.QUEUED, MessageState.SENT);
        house.goOnUntil(House.NOW.plusSeconds(6));
        assertThat(house.pipeline.items()).hasSize(7_000);
    }

    @Test
    void confirmedAfterItsTimeItIsRefused() {
        house.crowd(4);
        CampaignId id = house.saved(timed(evening(Whose.ACCOUNT)));
        int preview = house.previewed(id).number();
        house.now = SIX.plusSeconds(180);
        assertThat(house.campaigns.confirm(house.marketer, id, preview))
                .isEqualTo(new Confirmation.Refused(List.of(new Fault("start", "past", ""))));
        assertThat(house.billing.available.get(Town.CLIENT)).isEqualTo(Money.of("1000000"));
        house.now = SIX.plusSeconds(60);
        assertThat(house.campaigns.confirm(house.marketer, id, preview))
                .as("whoever pressed just then")
                .isInstanceOf(Confirmation.Started.class);
    }

    @Test
    void byTheClocksOfRecipientsItIsTooLateWhenItIsForAllOfThem() {
        house.town.zones.put("7903", "Europe/Kaliningrad");
        house.crowd(4);
        CampaignId id = house.saved(timed(evening(Whose.RECIPIENT)));
        int preview = house.previewed(id).number();
        house.now = SIX.plus(Duration.ofMinutes(63));
        assertThat(house.campaigns.confirm(house.marketer, id, preview))
                .isEqualTo(new Confirmation.Refused(List.of(new Fault("start", "past", ""))));
        house.now = SIX.plus(Duration.ofMinutes(30));
        assertThat(house.campaigns.confirm(house.marketer, id, preview))
                .as("Kaliningrad has time yet")
                .isInstanceOf(Confirmation.Started.class);
    }

    @Test
    void aPauseDoesNotCountAgainstTheLifetime() {
        house.crowd(3_500);
        CampaignId id = house.started(timed(AT_ONCE));
        house.jobs.step();
        house.campaigns.pause(house.marketer, id);
        house.now = House.NOW.plus(Duration.ofHours(13));
        house.campaigns.resume(house.marketer, id);
        house.jobs.run();
        assertThat(house.pipeline.items()).hasSize(3_500);
        assertThat(house.pipeline.chunks.getLast().validUntil()).isEqualTo(House.NOW.plus(Duration.ofHours(25)));
        assertThat(house.pipeline.orders)
                .as("nor against that of who was")
                .containsExactly("pause " + id, "resume " + id + " after PT13H");
    }
}
