package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.CampaignChunk.Gate;
import io.vestnik.platform.pipeline.domain.FlightStore;
import io.vestnik.platform.pipeline.domain.LaneStore;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What of a campaign is in the queue leaves within the hours of its wave, and loses no lifetime to a pause. */
class CampaignGateTests extends PathScene {
    private static final Tariffs.Quote FREE =
            new Tariffs.Quote(List.of(new Tariffs.Level(CLIENT, CLIENT, Money.ZERO, Tariffs.Charge.ON_DELIVERED, 1)));

    @Autowired
    Transactions transactions;

    @Autowired
    FlightStore flights;

    @Autowired
    LaneStore lanes;

    @Autowired
    Clock clock;

    private List<MessageId> queue(CampaignId campaign, Gate gate, Instant validUntil, long... phones) {
        List<MessageId> ids = pipeline.newIds(CLIENT, phones.length);
        List<CampaignChunk.Item> items = LongStream.of(phones)
                .mapToObj(phone -> new CampaignChunk.Item(Long.toString(phone), "Привет", 1, "25001", FREE))
                .toList();
        transactions.run(
                Pool.BACKGROUND,
                () -> pipeline.enqueue(
                        new CampaignChunk(
                                CLIENT,
                                null,
                                campaign,
                                TrafficType.ADVERTISING,
                                "VESTNIK",
                                validUntil,
                                0,
                                false,
                                gate,
                                items),
                        ids));
        return ids;
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void whatIsInTheQueueOfAWaveWhoseHoursAreOverStaysThereWhileAnotherLeaves() {
        CampaignId campaign = new CampaignId(77_100_001);
        Instant later = in(Duration.ofHours(1));
        List<MessageId> asleep = queue(campaign, new Gate(1, in(Duration.ofSeconds(-1))), later, 79167780001L);
        List<MessageId> awake = queue(campaign, new Gate(2, later), later, 79167780002L);
        awaitState(awake.getFirst(), MessageState.SENT);
        assertThat(stateOf(asleep.getFirst())).isEqualTo(MessageState.QUEUED);
        assertThat(Pool.HOT.call(() -> pipeline.waiting(CLIENT, campaign, 1, 10)))
                .isEqualTo(1);
        assertThat(Pool.HOT.call(() -> pipeline.waiting(CLIENT, campaign, 2, 10)))
                .isZero();

        transactions.run(Pool.BACKGROUND, () -> pipeline.open(CLIENT, campaign, List.of(new Gate(1, later))));
        awaitState(asleep.getFirst(), MessageState.SENT);
        finish(awake, Status.UNDELIVERABLE);
        finish(asleep, Status.UNDELIVERABLE);
    }

    @Test
    void aPauseThatIsLongerThanTheLifetimeTakesNothingFromWhatIsInTheQueue() {
        CampaignId campaign = new CampaignId(77_100_002);
        List<MessageId> first = queue(campaign, Gate.OPEN, in(Duration.ofHours(1)), 79167780011L);
        awaitState(first.getFirst(), MessageState.SENT);
        transactions.run(Pool.BACKGROUND, () -> pipeline.pause(CLIENT, campaign));
        Instant over = in(Duration.ofHours(-1));
        List<MessageId> stood = queue(campaign, Gate.OPEN, over, 79167780012L);
        List<Long> overdue = transactions.call(Pool.HOT, () -> flights.withdrawOverdue(clock.instant(), 100));
        assertThat(overdue).doesNotContain(stood.getFirst().value());

        transactions.run(Pool.BACKGROUND, () -> pipeline.resume(CLIENT, campaign, Duration.ofHours(2)));
        Instant valid = in(Duration.ofHours(3));
        List<MessageId> fresh = queue(campaign, Gate.OPEN, valid, 79167780013L);
        awaitState(stood.getFirst(), MessageState.SENT);
        awaitState(fresh.getFirst(), MessageState.SENT);
        assertThat(validUntil(stood)).isEqualTo(over.plus(Duration.ofHours(2)));
        assertThat(validUntil(fresh)).as("it did not stand").isEqualTo(valid);
        List.of(first, stood, fresh).forEach(ids -> finish(ids, Status.UNDELIVERABLE));
    }

    @Test
    void pausedTwiceManyMessagesLiveLongerByBoth() {
        network.open(false);
        CampaignId campaign = new CampaignId(77_100_003);
        Instant valid = in(Duration.ofHours(1));
        long[] phones = LongStream.range(79167790000L, 79167794100L).toArray();
        List<MessageId> ids = queue(campaign, Gate.OPEN, valid, phones);
        for (int pause = 1; pause <= 2; pause++) {
            transactions.run(Pool.BACKGROUND, () -> pipeline.pause(CLIENT, campaign));
            transactions.run(Pool.BACKGROUND, () -> pipeline.resume(CLIENT, campaign, Duration.ofHours(5)));
        }
        await().until(() -> jdbc.sql("SELECT count(*) FROM pipeline.prolonging")
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(jdbc.sql("SELECT count(*) FROM pipeline.message WHERE campaign = 77100003 AND valid_until = :valid")
                        .param("valid", valid.plus(Duration.ofHours(10)).atOffset(java.time.ZoneOffset.UTC))
                        .query(Integer.class)
                        .single())
                .isEqualTo(4_100);
        transactions.run(Pool.BACKGROUND, () -> pipeline.cancel(CLIENT, campaign));
        awaitState(ids.getFirst(), MessageState.CANCELLED);
        awaitState(ids.getLast(), MessageState.CANCELLED);
    }

    /** The first step of a day after a restart: it opens the gates of a wave and queues into it, and has yet to learn of its lane. */
    @Test
    void aLaneIsFoundByWhoeverHasJustOpenedItInTheSameTransaction() {
        CampaignId campaign = new CampaignId(77_100_004);
        Instant later = in(Duration.ofHours(1));
        List<MessageId> ids = queue(campaign, new Gate(3, Instant.EPOCH), later, 79167780021L);
        LaneStore.Lane lane = jdbc.sql("SELECT * FROM pipeline.lane WHERE campaign = 77100004")
                .query((row, _) -> new LaneStore.Lane(
                        0,
                        new RouteId(row.getLong("route")),
                        row.getInt("priority"),
                        CLIENT,
                        campaign.value(),
                        false,
                        false,
                        0,
                        row.getInt("wave"),
                        later))
                .single();
        transactions.run(Pool.BACKGROUND, () -> {
            pipeline.open(CLIENT, campaign, List.of(new Gate(3, later)));
            assertThat(transactions.apart(() -> lanes.idOf(lane))).isPositive();
        });
        awaitState(ids.getFirst(), MessageState.SENT);
        finish(ids, Status.UNDELIVERABLE);
    }

    private Instant validUntil(List<MessageId> ids) {
        return jdbc.sql("SELECT valid_until FROM pipeline.message WHERE id = :id")
                .param("id", ids.getFirst().value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
