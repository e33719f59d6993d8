package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.store.FactCursors;
import io.vestnik.platform.store.FactCursors.Position;
import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class FactReadingTests {
    private static final Duration LONG = Duration.ofDays(1);

    @Autowired
    private Leases leases;

    @Autowired
    private FactCursors cursors;

    @Autowired
    private Transactions transactions;

    private final String name = "test." + UUID.randomUUID();
    private final List<FactStore.Placed> written = new ArrayList<>();
    private final List<List<Long>> taken = new ArrayList<>();
    private final List<FactReading> readings = new ArrayList<>();
    private Duration patience = Duration.ZERO;
    private boolean broken;

    @AfterEach
    void leavesNothingBehind() {
        Pool.BACKGROUND.run(() -> readings.forEach(FactReading::release));
    }

    /** Wants every message with an even number. */
    private final class Even implements FactSubscriber {
        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(MessageFact fact) {
            return fact.message().value() % 2 == 0;
        }

        @Override
        public Duration patience() {
            return patience;
        }

        @Override
        public void take(List<MessageFact> facts) {
            taken.add(facts.stream().map(fact -> fact.message().value()).toList());
            if (broken) {
                throw new IllegalStateException("broken");
            }
        }
    }

    private FactReading reading() {
        FactStore store = (position, limit) -> written.stream()
                .filter(placed -> placed.position().seq() > position.seq())
                .limit(limit)
                .toList();
        FactReading reading = new FactReading(
                new Even(), leases.lease(name), new FactBatches(store, transactions), cursors, transactions);
        readings.add(reading);
        return reading;
    }

    private void write(long... messages) {
        for (long message : messages) {
            written.add(new FactStore.Placed(new Position(1, message), fact(message)));
        }
    }

    private static MessageFact fact(long message) {
        return new MessageFact(
                new MessageId(message),
                new AccountId(1),
                null,
                Way.API,
                "SHOP",
                "79161234567",
                "25001",
                MessageState.QUEUED,
                MessageState.SENT,
                null,
                1,
                Money.ZERO,
                Money.ZERO,
                Feedback.reference(null),
                Instant.EPOCH,
                null,
                Body.Kind.TEXT);
    }

    private Position stored() {
        return cursors.at(FactReading.STREAM, name).orElseThrow();
    }

    @Test
    void storesWhatTheSubscriberWantsAndPassesOverTheRest() {
        write(1, 2, 3, 4, 5);
        FactReading reading = reading();
        reading.read();
        assertThat(reading.isFull()).as("more follow").isFalse();
        reading.store();
        assertThat(taken).containsExactly(List.of(2L, 4L));
        assertThat(stored()).isEqualTo(new Position(1, 5));
    }

    @Test
    void gathersForAPatientOneAndStoresNothingBefore() {
        patience = LONG;
        FactReading reading = reading();
        write(2);
        reading.read();
        reading.store();
        assertThat(stored()).isEqualTo(Position.START);
        write(4);
        patience = Duration.ZERO;
        reading.read();
        reading.store();
        assertThat(taken).containsExactly(List.of(2L, 4L));
        assertThat(stored()).isEqualTo(new Position(1, 4));
    }

    @Test
    void readsAgainWhatCouldNotBeStored() {
        broken = true;
        write(2, 4);
        FactReading reading = reading();
        reading.read();
        assertThatThrownBy(reading::store).hasMessage("broken");
        reading.failed();
        assertThat(reading.late()).isEqualTo(Instant.EPOCH);
        assertThat(stored()).isEqualTo(Position.START);
        broken = false;
        reading.read();
        reading.store();
        assertThat(reading.late()).isNull();
        assertThat(taken).containsExactly(List.of(2L, 4L), List.of(2L, 4L));
        assertThat(stored()).isEqualTo(new Position(1, 4));
    }

    @Test
    void takesNothingWhereSomebodyMovedTheCursor() {
        write(2);
        FactReading reading = reading();
        reading.read();
        transactions.run(Pool.BACKGROUND, () -> cursors.move(FactReading.STREAM, name, new Position(1, 3)));
        reading.store();
        assertThat(taken).isEmpty();
        write(4);
        reading.read();
        reading.store();
        assertThat(taken).containsExactly(List.of(4L));
    }
}
