package io.vestnik.platform.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrowdTests {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Crowd crowd = new Crowd();
    private final long now = System.nanoTime() + SECOND;

    @Test
    void letsThoseBeWhoAreRefusedNowAndThen() {
        refuse(Crowd.AT_ONCE, now);
        assertThat(crowd.isPressing(now)).isFalse();
        assertThat(crowd.awaitTurn()).isTrue();
    }

    @Test
    void pressesWhileMoreAreRefusedAndForTheSecondAfter() {
        refuse(Crowd.AT_ONCE + 1, now);
        assertThat(crowd.isPressing(now)).isTrue();
        assertThat(crowd.isPressing(now + SECOND)).isTrue();
        assertThat(crowd.isPressing(now + 2 * SECOND)).isFalse();
        assertThat(crowd.isPressing(now + 100 * SECOND)).isFalse();
    }

    @Test
    void turnsAwayWhoComesWhenTooManyWait() {
        refuse(Crowd.AT_ONCE + 1, now);
        for (int i = 0; i < Crowd.WAITING; i++) {
            assertThat(crowd.queue()).isTrue();
        }
        assertThat(crowd.queue()).isFalse();
        crowd.leave();
        assertThat(crowd.queue()).isTrue();
    }

    private void refuse(int times, long at) {
        for (int i = 0; i < times; i++) {
            crowd.refused(at);
        }
    }
}
