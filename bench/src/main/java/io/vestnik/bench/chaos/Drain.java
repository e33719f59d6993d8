package io.vestnik.bench.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits until nothing is on its way any more: in the server, on the line, at the operator. */
final class Drain {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long AGAIN_MILLIS = 250;
    /** So often in a row it must be quiet: things move on to where was looked before, and the journal is up to a second late. */
    private static final int LOOKS = 6;

    private static final Duration WORD_EACH = Duration.ofSeconds(10);

    private final Rig rig;
    private final Wire wire;
    private final Consumer<String> told;
    private String left = "";

    /** @param told hears now and then what is still on its way */
    Drain(Rig rig, Wire wire, Consumer<String> told) {
        this.rig = rig;
        this.wire = wire;
        this.told = told;
    }

    /** Whether it became quiet in time. */
    boolean await() {
        long began = System.nanoTime();
        long word = began + WORD_EACH.toNanos();
        int quiet = 0;
        while (quiet < LOOKS && System.nanoTime() < began + LONGEST.toNanos()) {
            quiet = isQuiet() ? quiet + 1 : 0;
            if (System.nanoTime() > word) {
                told.accept("still on its way: " + left);
                word += WORD_EACH.toNanos();
            }
            pause();
        }
        return quiet == LOOKS;
    }

    private boolean isQuiet() {
        try (Database database = rig.database()) {
            var operator = wire.get(rig.operatorCounts());
            long pending = operator.body().path("pending").asLong(-1);
            long open = database.open();
            long parked = database.waitingReceipts();
            left = open + " messages, " + parked + " receipts that wait for their answer, " + pending
                    + " receipts at the operator";
            return pending == 0 && open == 0 && parked == 0;
        } catch (SQLException e) {
            left = "the database: " + e.getMessage();
            return false;
        }
    }

    /** Waits until a report says what the messages say, or time is over; the checker judges what there is then. */
    static void awaitUntil(Duration longest, BooleanSupplier there) {
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
