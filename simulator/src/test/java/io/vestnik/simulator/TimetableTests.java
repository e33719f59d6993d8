package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimetableTests {

    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void handsEverythingOutInTimeAndNothingEarly() throws InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        LinkedBlockingQueue<Long> early = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<Long> out = new LinkedBlockingQueue<>();
        try (Timetable<Long> timetable = new Timetable<>(
                CLOCK,
                items -> items.forEach(at -> {
                    if (CLOCK.millis() < at) {
                        early.add(at);
                    }
                    out.add(at);
                }))) {
            long now = CLOCK.millis();
            for (int i = 0; i < 2_000; i++) {
                long at = now + random.nextInt(300);
                timetable.add(at, at);
            }
            List<Long> order = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                Long next = out.poll(10, TimeUnit.SECONDS);
                assertThat(next).as("item %d, seed %d", i, seed).isNotNull();
                order.add(next);
            }
            assertThat(early).as("seed %d", seed).isEmpty();
            assertThat(order).hasSize(2_000);
        }
    }

    @Test
    void goesOnAfterAFault() throws InterruptedException {
        LinkedBlockingQueue<String> out = new LinkedBlockingQueue<>();
        try (Timetable<String> timetable = new Timetable<>(CLOCK, items -> {
            if (items.contains("bad")) {
                throw new IllegalStateException("as the test wants");
            }
            out.addAll(items);
        })) {
            timetable.add(CLOCK.millis(), "bad");
            timetable.add(CLOCK.millis() + 50, "good");

            assertThat(out.poll(10, TimeUnit.SECONDS)).isEqualTo("good");
        }
    }
}
