package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RoundsTests {
    private int ended;

    private final Rounds rounds = new Rounds() {
        @Override
        protected Timetable begin() {
            return new Timetable("rounds-test", LoggerFactory.getLogger(RoundsTests.class));
        }

        @Override
        protected void last() {
            ended++;
            throw new IllegalStateException("the database is away");
        }
    };

    @Test
    void doesTheLastOfItsWorkOnceWhenItStopsAndStopsThoughThatFails() {
        rounds.stop();
        assertThat(ended).as("it never began").isZero();
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        rounds.stop();
        rounds.stop();
        assertThat(ended).isEqualTo(1);
        assertThat(rounds.isRunning()).isFalse();
    }
}
