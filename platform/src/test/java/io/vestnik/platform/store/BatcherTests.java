package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatcherTests {
    @Test
    void writesTogetherWhatGatheredDuringThePreviousWrite() throws Exception {
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        try (Batcher<Integer, Integer> batcher = new Batcher<>("test", 1000, 10_000, items -> {
            sizes.add(items.size());
            firstRuns.countDown();
            await(goOn);
            return items.stream().map(i -> i * 2).toList();
        })) {
            CompletableFuture<Integer> first = batcher.submit(1);
            firstRuns.await();
            var rest = IntStream.range(0, 500).mapToObj(batcher::submit).toList();
            goOn.countDown();
            assertThat(first.get()).isEqualTo(2);
            for (int i = 0; i < rest.size(); i++) {
                assertThat(rest.get(i).get()).isEqualTo(i * 2);
            }
            assertThat(sizes).containsExactly(1, 500);
        }
    }

    @Test
    void failsTheBrokenItemAlone() {
        try (Batcher<Integer, Integer> batcher = new Batcher<>("test", 100, 10_000, items -> {
            if (items.contains(13)) {
                throw new IllegalStateException("thirteen");
            }
            return items;
        })) {
            var all = IntStream.range(0, 100).mapToObj(batcher::submit).toList();
            for (int i = 0; i < 100; i++) {
                if (i == 13) {
                    CompletableFuture<Integer> broken = all.get(i);
                    assertThatThrownBy(broken::get).hasRootCauseMessage("thirteen");
                } else {
                    assertThat(all.get(i).join()).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void refusesWhatWouldWaitLongerThanItsTime() throws Exception {
        CountDownLatch firstIsWritten = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Batcher<Integer, Integer> batcher = new Batcher<Integer, Integer>("test", 10, 10_000, items -> {
                    if (firstIsWritten.getCount() == 0) {
                        await(goOn);
                    }
                    return items;
                })
                .waitingAtMost(Duration.ofNanos(1))) {
            batcher.submit(1).get(); // now it knows what an item costs
            firstIsWritten.countDown();
            List<CompletableFuture<Integer>> all =
                    IntStream.range(0, 50).mapToObj(batcher::submit).toList();

            long refused = all.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .count();
            goOn.countDown();
            long written = all.stream()
                    .filter(one -> !one.isCompletedExceptionally())
                    .map(CompletableFuture::join)
                    .count();

            assertThat(refused).as("what came beyond two writes").isBetween(28L, 30L);
            assertThat(written).as("what was taken").isEqualTo(50 - refused);
        }
    }

    @Test
    void refusesMoreThanItMayHold() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (Batcher<Integer, Integer> batcher = new Batcher<>("test", 10, 5, items -> {
            await(goOn);
            return items;
        })) {
            List<CompletableFuture<Integer>> all =
                    IntStream.range(0, 50).mapToObj(batcher::submit).toList();
            assertThat(all.stream().filter(CompletableFuture::isCompletedExceptionally))
                    .isNotEmpty();
            goOn.countDown();
            assertThat(all.getFirst().get()).isZero();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
