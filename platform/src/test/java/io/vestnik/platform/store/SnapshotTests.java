package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SnapshotTests {
    private final AtomicLong version = new AtomicLong(1);
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();

    private final Snapshot<String> snapshot = new Snapshot<>(
            "test",
            () -> {
                if (away.get()) {
                    throw new IllegalStateException("away");
                }
                return version.get();
            },
            () -> {
                loads.incrementAndGet();
                return "value " + version.get();
            });

    @Test
    void loadsOnceAndThenOnlyWhatIsNew() {
        assertThat(snapshot.get()).isEqualTo("value 1");
        snapshot.refresh();
        assertThat(snapshot.get()).isEqualTo("value 1");
        assertThat(loads).hasValue(1);
        version.set(2);
        assertThat(snapshot.get()).isEqualTo("value 1");
        snapshot.refresh();
        assertThat(snapshot.get()).isEqualTo("value 2");
    }

    @Test
    void keepsTheLastValueWhileTheDatabaseIsAway() {
        assertThat(snapshot.get()).isEqualTo("value 1");
        version.set(2);
        away.set(true);
        snapshot.refresh();
        assertThat(snapshot.get()).isEqualTo("value 1");
        away.set(false);
        snapshot.refresh();
        assertThat(snapshot.get()).isEqualTo("value 2");
    }

    @Test
    void failsTheFirstReaderWhenThereIsNothingToKeep() {
        away.set(true);
        snapshot.refresh();
        assertThatThrownBy(snapshot::get).hasMessage("away");
        away.set(false);
        assertThat(snapshot.get()).isEqualTo("value 1");
    }

    @Test
    void waitsForTheCommitOfWhoeverHasWritten() {
        snapshot.get();
        version.set(2);
        TransactionSynchronizationManager.initSynchronization();
        try {
            snapshot.refresh();
            assertThat(snapshot.get()).isEqualTo("value 1");
            TransactionSynchronizationManager.getSynchronizations().forEach(it -> it.afterCommit());
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        assertThat(snapshot.get()).isEqualTo("value 2");
    }

    @Test
    void isLookedAtWithoutBeingAsked() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        AtomicLong counter = new AtomicLong();
        Snapshots snapshots = new Snapshots();
        Snapshot<Long> kept = snapshots.keep(new Snapshot<>("counting", counter::incrementAndGet, () -> {
            if (counter.get() > 1) {
                second.countDown();
            }
            return counter.get();
        }));
        assertThat(kept.get()).isEqualTo(1);
        snapshots.start();
        try {
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            snapshots.stop();
        }
        assertThat(snapshots.isRunning()).isFalse();
    }
}
