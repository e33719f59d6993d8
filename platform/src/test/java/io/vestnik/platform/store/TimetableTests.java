package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TimetableTests {
    private static final Duration SHORT = Duration.ofMillis(1);

    private static Timetable timetable() {
        return new Timetable("timetable-test", LoggerFactory.getLogger(TimetableTests.class));
    }

    @Test
    void comesRoundAgainAfterAFailure() {
        AtomicInteger runs = new AtomicInteger();
        try (Timetable timetable = timetable()) {
            timetable.every(SHORT, "A test that fails", () -> {
                if (runs.incrementAndGet() == 1) {
                    throw new IOException("as it should");
                }
            });
            await().until(() -> runs.get() >= 3);
        }
    }

    @Test
    void letsWhatIsUnderWayEndAndBeginsNothingMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Timetable timetable = timetable().every(SHORT, "A test that takes its time", () -> {
            begun.countDown();
            goOn.await();
            ended.incrementAndGet();
        });
        begun.await();
        Thread closing = Thread.ofPlatform().start(timetable::close);
        goOn.countDown();
        closing.join();
        assertThat(ended).hasValue(1);
    }

    @Test
    void interruptsWorkThatDoesNotEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Timetable timetable = timetable().every(SHORT, "A test that never ends", () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
        });
        begun.await();
        timetable.close();
        await().untilTrue(interrupted);
    }
}
