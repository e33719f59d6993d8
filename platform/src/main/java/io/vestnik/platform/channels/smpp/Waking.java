package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Connector.Room;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Wakes whoever found no room on a route once there is some, and looks by the clock where nothing else would tell. */
final class Waking {
    private static final long NO_REMINDER = Long.MIN_VALUE;

    private final ScheduledExecutorService timer;
    private final Supplier<List<Room>> rooms;
    private final Runnable pump;
    private final AtomicBoolean hungry = new AtomicBoolean();
    private final AtomicLong reminder = new AtomicLong(NO_REMINDER);
    private volatile Runnable wake = () -> {};

    /** For a route with these rooms of now, whose lines write by {@code pump} what a rest held up. */
    Waking(ScheduledExecutorService timer, Supplier<List<Room>> rooms, Runnable pump) {
        this.timer = timer;
        this.rooms = rooms;
        this.pump = pump;
    }

    void onRoom(Runnable other) {
        wake = other;
    }

    /** The rooms of now; whoever finds none is woken later. */
    List<Room> rooms() {
        List<Room> found = rooms.get();
        if (found.isEmpty()) {
            hungry.set(true);
            found = rooms.get(); // it may have grown before anybody knew that it was waited for
            if (!found.isEmpty()) {
                hungry.set(false);
            }
        }
        return found;
    }

    /** There may be more room than before. */
    void grown() {
        if (hungry.get() && !rooms.get().isEmpty() && hungry.compareAndSet(true, false)) {
            wake.run();
        }
    }

    /** Looks again after that many nanoseconds. */
    void remind(long nanos) {
        long due = System.nanoTime() + nanos;
        long next = reminder.get();
        boolean isSooner = next == NO_REMINDER || next - due > 0;
        if (isSooner && reminder.compareAndSet(next, due)) {
            timer.schedule(this::reminded, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void reminded() {
        reminder.set(NO_REMINDER);
        pump.run();
        grown();
    }
}
