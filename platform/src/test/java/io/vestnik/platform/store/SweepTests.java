package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vestnik.platform.ModuleTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ModuleTest
class SweepTests {
    @Autowired
    Sweeping sweeping;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesChunkAfterChunkEachInATransactionUntilThereIsNoMore() {
        List<Integer> chunks = new ArrayList<>(List.of(10, 10, 3, 10));
        sweeping.sweep(new Sweep("test.chunks", Duration.ofHours(1), 10, () -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            return chunks.removeFirst();
        }));
        assertThat(chunks).as("what the next time begins with").containsExactly(10);
    }

    @Test
    void leavesTheWorkToTheNodeThatHoldsItsLease() {
        jdbc.sql("""
                INSERT INTO store.lease (name, holder, until)
                VALUES ('sweep.test.elsewhere', 'another', now() + interval '1 hour')""").update();
        sweeping.sweep(new Sweep("test.elsewhere", Duration.ofHours(1), 10, () -> {
            throw new AssertionError("done by two nodes");
        }));
        jdbc.sql("DELETE FROM store.lease WHERE name = 'sweep.test.elsewhere'").update();
    }

    @Test
    void refusesASweepThatTakesNothingOrNeverRests() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sweep("test.nothing", Duration.ofHours(1), 0, () -> 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sweep("test.hasty", Duration.ZERO, 1, () -> 0));
    }
}
