package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageIdsTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void growsPastTheSequenceOfASecondByBorrowingTheNext() {
        MessageIds ids = new MessageIds(CLOCK, 3, 0);
        long last = 0;
        for (int i = 0; i < 300_000; i++) {
            long id = one(ids).value();
            assertThat(id).isGreaterThan(last);
            last = id;
        }
        assertThat(one(ids).second()).isEqualTo(CLOCK.instant().plusSeconds(2));
    }

    @Test
    void goesOnAboveTheHighestIdThatWasStored() {
        MessageIds before = new MessageIds(CLOCK, 0, 0);
        long highest = 0;
        for (int i = 0; i < 200_000; i++) {
            highest = one(before).value();
        }
        assertThat(one(new MessageIds(CLOCK, 0, highest)).value()).isGreaterThan(highest);
    }

    @Test
    void neverGivesTwoNodesTheSameId() {
        assertThat(one(new MessageIds(CLOCK, 1, 0))).isNotEqualTo(one(new MessageIds(CLOCK, 2, 0)));
    }

    @Test
    void leavesNoGapBetweenThoseThatAreTakenTogether() {
        MessageIds ids = new MessageIds(CLOCK, 3, 0);
        for (int i = 0; i < 1_000; i++) {
            List<MessageId> together = ids.next(255);
            assertThat(together.getLast().value() - together.getFirst().value()).isEqualTo(254);
            assertThat(together.getLast().second())
                    .isEqualTo(together.getFirst().second());
        }
    }

    private static MessageId one(MessageIds ids) {
        return ids.next(1).getFirst();
    }
}
