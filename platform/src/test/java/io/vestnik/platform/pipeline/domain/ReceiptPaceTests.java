package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptPaceTests {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ReceiptPace pace = new ReceiptPace(meters);

    @Test
    void holdsNothingBackWhileReceiptsKeepUp() {
        batches(100, 380, 380);
        assertThat(pace.room(1_000)).isEqualTo(1_000);
        pace.left(1_000);
        assertThat(pace.room(1_000)).isEqualTo(1_000);
    }

    @Test
    void holdsNothingBackForOneLargeBatch() {
        batches(20, 50, 10);
        batches(1, 1_000, 1_000);
        assertThat(pace.room(1_000)).isEqualTo(1_000);
    }

    @Test
    void letsFewerLeaveThanReceiptsAreStoredWhileThesePileUp() {
        batches(20, 600, 1_000);
        pace.left(pace.room(Integer.MAX_VALUE));
        assertThat(pace.room(1_000)).isZero();
        batches(1, 600, 1_000);
        assertThat(pace.room(1_000)).isEqualTo(540);
        pace.left(500);
        assertThat(pace.room(1_000)).isEqualTo(40);
        batches(1, 100, 1_500);
        assertThat(pace.room(1_000)).isEqualTo(130);
    }

    @Test
    void waitsForTheReceiptsOfAllPartsOfWhatLeft() {
        batches(20, 600, 1_000);
        pace.left(pace.room(Integer.MAX_VALUE) + 1_000);
        batches(1, 1_000, 1_000);
        assertThat(pace.room(1_000)).isZero();
        batches(1, 1_000, 1_000);
        assertThat(pace.room(1_000)).isEqualTo(800);
    }

    @Test
    void savesNoMoreThanOneBatchWhileNothingLeaves() {
        batches(200, 1_000, 1_000);
        assertThat(pace.room(50_000)).isEqualTo(1_000);
    }

    @Test
    void letsNothingLeaveWhileReceiptsPileUpAndCannotBeStored() {
        batches(20, 600, 1_000);
        pace.left(pace.room(Integer.MAX_VALUE));
        batches(10, 0, 2_000);
        assertThat(pace.room(1_000)).isZero();
    }

    @Test
    void holdsNothingBackOnceNoReceiptIsLeftSinceNoFurtherBatchMayCome() {
        batches(20, 1_000, 1_000);
        pace.left(5_000);
        batches(1, 0, 0);
        assertThat(pace.room(1_000)).isEqualTo(1_000);
    }

    @Test
    void forgetsWhatWasOwedWhenReceiptsPileUpAnew() {
        batches(20, 1_000, 1_000);
        pace.left(50_000);
        batches(1, 10, 0);
        batches(20, 1_000, 1_000);
        assertThat(pace.room(1_000)).isEqualTo(1_000);
    }

    @Test
    void tellsThoseWhoWaitWhenThereIsRoomAndWhenItIsOver() {
        AtomicInteger told = new AtomicInteger();
        pace.onRoom(told::incrementAndGet);
        batches(10, 380, 380);
        assertThat(told).as("nobody waited").hasValue(0);
        batches(20, 1_000, 1_000);
        int before = told.get();
        batches(1, 1_000, 1_000);
        batches(1, 1_000, 0);
        assertThat(told).hasValue(before + 2);
        batches(1, 10, 0);
        assertThat(told).hasValue(before + 2);
    }

    @Test
    void showsThatItHoldsMessagesBack() {
        batches(20, 1_000, 1_000);
        assertThat(meters.get("vestnik.pipeline.paced").gauge().value()).isEqualTo(1);
        batches(1, 1_000, 0);
        assertThat(meters.get("vestnik.pipeline.paced").gauge().value()).isZero();
    }

    private void batches(int count, int stored, int left) {
        IntStream.range(0, count).forEach(_ -> pace.stored(stored, left));
    }
}
