package io.vestnik.bench.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until nothing is on its way any more: in the server, on the line, at the operator. */
final class Drain {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long AGAIN_MILLIS = 250;
    /** So often in a row it must be quiet: things move on to where was looked before, and the journal is up to a second late. */
    private static final int LOOKS = 6;

    private final Rig rig;
    private final Wire wire;

    Drain(Rig rig, Wire wire) {
        this.rig = rig;
        this.wire = wire;
    }

    /** Whether it became quiet in time. */
    boolean await(long after) {
        long end = System.nanoTime() + LONGEST.toNanos();
        int quiet = 0;
        while (quiet < LOOKS && System.nanoTime() < end) {
            quiet = isQuiet(after) ? quiet + 1 : 0;
            pause();
        }
        return quiet == LOOKS;
    }

    private boolean isQuiet(long after) {
        try (Database database = rig.database()) {
            var operator = wire.get(rig.operatorCounts());
            return operator.good()
                    && operator.body().path("pending").asLong(-1) == 0
                    && database.open(after) == 0
                    && database.waitingReceipts() == 0;
        } catch (SQLException e) {
            return false; // the database is still coming back
        }
    }

    /** Waits until a report says what the messages say, or time is over; the checker judges what there is then. */
    static void awaitUntil(Duration longest, java.util.function.BooleanSupplier there) {
        long end = System.nanoTime() + longest.toNanos();
        while (!there.getAsBoolean() && System.nanoTime() < end) {
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
