package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FillingTests {
    private static final int ROOM = 1_000;

    /** Such moments may lie on both sides of zero. */
    private final long start = Long.MAX_VALUE - Filling.REST / 2;

    private final Filling filling = new Filling(start);

    @Test
    void fillsTheRoomFromTheStart() {
        assertThat(filling.rests(start)).isFalse();
        assertThat(filling.take(ROOM, start)).isEqualTo(ROOM);
        assertThat(filling.rests(start)).isFalse();
    }

    @Test
    void sendsLittleAndRestsWhileMoreIsBeingQueued() {
        filling.queued(start);

        assertThat(filling.take(ROOM, start)).isEqualTo(Filling.LITTLE);
        assertThat(filling.rests(start)).isTrue();
        assertThat(filling.rests(start + Filling.REST)).isFalse();
        assertThat(filling.take(10, start + Filling.REST)).isEqualTo(10);
    }

    @Test
    void fillsTheRoomOnceNothingIsQueuedAnyMore() {
        filling.queued(start);
        filling.take(ROOM, start);

        assertThat(filling.take(ROOM, start + Filling.MOMENT)).isEqualTo(ROOM);
        assertThat(filling.rests(start + Filling.MOMENT)).isFalse();
    }
}
