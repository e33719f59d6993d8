package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MessageIdsTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void growsPastTheSequenceOfASecondByBorrowingTheNext() {
        MessageIds ids = new MessageIds(CLOCK, 3, 0);
        long last = 0;
        for (int i = 0; i < 300_000; i++) {
            long id = ids.next().value();
            assertThat(id).isGreaterThan(last);
            last = id;
        }
        assertThat(ids.next().second()).isEqualTo(CLOCK.instant().plusSeconds(2));
    }

    @Test
    void goesOnAboveTheHighestIdThatWasStored() {
        MessageIds before = new MessageIds(CLOCK, 0, 0);
        long highest = 0;
        for (int i = 0; i < 200_000; i++) {
            highest = before.next().value();
        }
        assertThat(new MessageIds(CLOCK, 0, highest).next().value()).isGreaterThan(highest);
    }

    @Test
    void neverGivesTwoNodesTheSameId() {
        assertThat(new MessageIds(CLOCK, 1, 0).next()).isNotEqualTo(new MessageIds(CLOCK, 2, 0).next());
    }
}
