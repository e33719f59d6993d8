package io.vestnik.platform.pipeline.domain;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.SettledRules;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(TestDatabase.class)
class LanesTests {
    private static final RouteId ROUTE = new RouteId(1);

    @Autowired
    Transactions transactions;

    @Autowired
    Neighbours neighbours;

    private final Clock clock = Clock.systemUTC();
    private final ReceiptPace pace = new ReceiptPace(new SimpleMeterRegistry());
    private final SettledRules rules = new SettledRules();
    private Lanes lanes;

    @BeforeEach
    void oneLaneOfCodesAndOneOfMessages() {
        lanes = lanes(lane(1, TrafficType.CODE), lane(2, TrafficType.TRANSACTIONAL));
    }

    private Lanes lanes(LaneStore.Lane... rows) {
        Lanes these = new Lanes(
                new SomeLanes(List.of(rows)), transactions, neighbours, pace, new Lanes.Holding(rules, clock));
        these.reload();
        return these;
    }

    private static LaneStore.Lane lane(int id, long campaign, int wave, @Nullable Instant closesAt) {
        return new LaneStore.Lane(id, ROUTE, 0, new AccountId(1), campaign, false, false, 0, wave, closesAt);
    }

    @Test
    void servesNothingOfAWaveWhoseHoursAreOver() {
        lanes = lanes(
                lane(1, 7, 1, clock.instant()), lane(2, 7, 2, clock.instant().plusSeconds(3_600)));
        Lanes.Lane open = requireNonNull(lanes.pick(ROUTE));
        assertThat(open.row.id()).isEqualTo(2);
        open.ready = false; // all of them were taken
        assertThat(lanes.pick(ROUTE)).isNull();
        lanes.opened(List.of(new LaneStore.Closing(1, null)));
        assertThat(requireNonNull(lanes.pick(ROUTE)).row.id()).isEqualTo(1);
    }

    @Test
    void servesAllWavesOfACampaignTogetherAsOftenAsAnotherCampaign() {
        lanes = lanes(lane(1, 7, 1, null), lane(2, 7, 2, null), lane(3, 7, 3, null), lane(4, 8, 0, null));
        List<Integer> served = new ArrayList<>();
        for (int turn = 1; turn <= 6; turn++) {
            Lanes.Lane lane = requireNonNull(lanes.pick(ROUTE));
            lane.served(turn);
            served.add(lane.row.id());
        }
        assertThat(served).filteredOn(id -> id == 4).hasSize(3);
        assertThat(served).contains(1, 2, 3);
    }

    @Test
    void passesOverWhatTheHoursOfItsAccountHold() {
        rules.hold(true);
        Lanes.Lane codes = requireNonNull(lanes.pick(ROUTE));
        assertThat(codes.row.id()).isEqualTo(1);
        codes.ready = false; // all of them were taken
        assertThat(lanes.pick(ROUTE)).isNull();
        rules.hold(false);
        assertThat(requireNonNull(lanes.pick(ROUTE)).row.id()).isEqualTo(2);
    }

    @Test
    void servesNoLaneOfAClosedAccount() {
        rules.close(true);
        assertThat(lanes.pick(ROUTE)).isNull();
        rules.close(false);
        assertThat(requireNonNull(lanes.pick(ROUTE)).row.id()).isEqualTo(1);
    }

    @Test
    void letsCodesLeaveAndNothingElseWhileReceiptsPileUp() {
        pileUp();
        Lanes.Lane codes = requireNonNull(lanes.pick(ROUTE));
        assertThat(codes.row.id()).isEqualTo(1);
        assertThat(lanes.take(codes, 700)).isEqualTo(700);
        codes.ready = false; // all of them were taken
        assertThat(lanes.pick(ROUTE)).isNull();
    }

    @Test
    void takesOfAMessagesLaneWhatItsReceiptsLeaveRoomFor() {
        pileUp();
        pace.stored(100, 1_000);
        requireNonNull(lanes.pick(ROUTE)).ready = false;
        Lanes.Lane messages = requireNonNull(lanes.pick(ROUTE));
        assertThat(messages.row.id()).isEqualTo(2);
        assertThat(lanes.take(messages, 700)).isEqualTo(90);
        lanes.left(90);
        assertThat(lanes.pick(ROUTE)).isNull();
        pace.stored(100, 0);
        assertThat(lanes.pick(ROUTE)).isSameAs(messages);
        assertThat(lanes.take(messages, 700)).isEqualTo(700);
    }

    @Test
    void lanesOfACampaignThatMayNotLeaveTakeNothingOfItsSpeed() {
        Instant now = clock.instant();
        LaneStore.Lane open = slowed(3, 1, false, null);
        int alone = takenOfTheFirst(open);
        assertThat(takenOfTheFirst(open, slowed(4, 2, false, now.minusSeconds(1)), slowed(5, 3, true, null)))
                .isEqualTo(alone);
        assertThat(takenOfTheFirst(open, slowed(4, 2, false, now.plusSeconds(3_600))))
                .isEqualTo(alone / 2);
    }

    private static LaneStore.Lane slowed(int id, int wave, boolean paused, @Nullable Instant closesAt) {
        return new LaneStore.Lane(id, ROUTE, 0, new AccountId(1), 7, paused, false, 7_200_000, wave, closesAt);
    }

    private int takenOfTheFirst(LaneStore.Lane... rows) {
        Lanes these = lanes(rows);
        Lanes.Lane first = requireNonNull(these.pick(ROUTE));
        assertThat(first.row.id()).isEqualTo(3);
        return these.take(first, 100_000);
    }

    @Test
    void takesOneOfALaneThatWasPickedThoughAnotherRouteTookTheRoomMeanwhile() {
        pileUp();
        pace.stored(100, 1_000);
        requireNonNull(lanes.pick(ROUTE)).ready = false;
        Lanes.Lane messages = requireNonNull(lanes.pick(ROUTE));
        pace.left(90);
        assertThat(lanes.take(messages, 700)).isEqualTo(1);
    }

    @Test
    void readsALaneFromItsStartEveryTenSecondsThoughItNeverEnds() {
        Lanes.Lane lane = new Lanes.Lane(lane(3, TrafficType.SERVICE), new Lanes.Course());
        long now = System.nanoTime();
        lane.from(now + SECONDS.toNanos(10));
        lane.after = 70;
        assertThat(lane.from(now + SECONDS.toNanos(19))).isEqualTo(70);
        assertThat(lane.from(now + SECONDS.toNanos(20))).isZero();
        lane.after = 90;
        assertThat(lane.from(now + SECONDS.toNanos(21))).isEqualTo(90);
        lane.rewind = true;
        assertThat(lane.from(now + SECONDS.toNanos(22))).isZero();
    }

    @Test
    void wakesTheSenderWhenReceiptsHaveLeftRoom() {
        pileUp();
        int[] woken = {0};
        lanes.onQueued(ROUTE, () -> woken[0]++);
        pace.stored(100, 1_000);
        assertThat(woken[0]).isEqualTo(1);
    }

    private void pileUp() {
        IntStream.range(0, 20).forEach(_ -> pace.stored(1_000, 1_000));
        pace.left(pace.room(Integer.MAX_VALUE));
    }

    private static LaneStore.Lane lane(int id, TrafficType type) {
        return new LaneStore.Lane(id, ROUTE, Lanes.priorityOf(type), new AccountId(1), 0, false, false);
    }

    /** A table of lanes; none is of a campaign, so that nothing is cancelled, paused or slowed with one. */
    private record SomeLanes(List<LaneStore.Lane> all) implements LaneStore {
        @Override
        public int idOf(LaneStore.Lane key) {
            return all().stream()
                    .filter(lane -> lane.priority() == key.priority())
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        @Override
        public List<Integer> cancel(AccountId account, CampaignId campaign) {
            return List.of();
        }

        @Override
        public List<Integer> pause(AccountId account, CampaignId campaign, boolean paused) {
            return List.of();
        }

        @Override
        public List<Closing> open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
            return List.of();
        }

        @Override
        public int waiting(AccountId account, CampaignId campaign, int wave, int most) {
            return 0;
        }

        @Override
        public List<Integer> prolong(AccountId account, CampaignId campaign, Duration by, MessageId below) {
            return List.of();
        }

        @Override
        public boolean prolongSome(int most) {
            return false;
        }

        @Override
        public void rate(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
            assertThat(all()).noneMatch(lane -> lane.campaign() == campaign.value());
        }
    }
}
