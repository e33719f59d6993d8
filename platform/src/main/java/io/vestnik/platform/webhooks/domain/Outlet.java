package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.store.OutboundHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The way to one endpoint within this node: bounded in what it holds, so that one that is slow or dead keeps nothing of
 * the others'. Callbacks of one message go one after another. After some failures in a row it lets through a single try from
 * time to time, until one succeeds.
 */
final class Outlet {
    private static final int FAILURES_TO_SHUT = 5;
    private static final Duration SHORTEST_SHUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_SHUT = Duration.ofMinutes(2);
    /** A callback that could not begin within this time goes back to the table. */
    private static final long LONGEST_HELD_NANOS = Duration.ofSeconds(20).toNanos();
    /** What is held here should be on its way within this time. */
    private static final double AHEAD_MILLIS = 1_000;

    /** Of one that failed its failures are remembered for so long after it was last tried, or may be tried again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int MOST_HELD = 5_000;
    private static final double LEARNING = 0.1;

    private int width;
    private long waitNanos;
    private boolean alarmed;
    private int batch;
    private int wanted;
    private final Deque<Parcel> queue = new ArrayDeque<>();
    private final Map<Parcel.Line, Deque<Parcel>> busy = new HashMap<>();
    private int requests;
    private int held;
    private int failures;
    private boolean recovered;
    private Instant shutUntil = Instant.MIN;
    private Instant lastEnded = Instant.MIN;
    private int version;
    private double usualMillis = 50;

    /**
     * Open, with nothing on its way.
     *
     * @param batch events in one request; where there are several of them, one request runs at a time
     * @param waitMillis for how long an event waits until so many have gathered
     */
    Outlet(int batch, int waitMillis) {
        this.wanted = batch;
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        turn();
    }

    /** From now on so many events in one request: at once where nothing is on its way, else nothing new begins until then. */
    synchronized void take(int together, int waitMillis) {
        wanted = together;
        waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        if (wanted != batch && held == 0) {
            turn();
        }
    }

    /** Whoever changed the endpoint since wants to see it tried, whatever its receiver asked for before. */
    synchronized void as(int changed) {
        if (changed != version) {
            version = changed;
            shutUntil = Instant.MIN;
        }
    }

    private void turn() {
        batch = wanted;
        width = batch > 1 ? 1 : OutboundHttp.MOST_TO_ONE_HOST;
    }

    /** How many more callbacks it takes now. */
    synchronized int room(Instant now) {
        if (shutUntil.isAfter(now) || wanted != batch) {
            return 0;
        }
        if (failures >= FAILURES_TO_SHUT) {
            return held == 0 ? batch : 0;
        }
        double useful = width * batch * Math.max(2, AHEAD_MILLIS / usualMillis);
        return (int) Math.max(0, Math.min(MOST_HELD, useful) - held);
    }

    /** How long a callback is on its way until it is answered, of late. */
    synchronized double usualMillis() {
        return usualMillis + TimeUnit.NANOSECONDS.toMillis(waitNanos);
    }

    /** Whether it lets through again what it had been shut for; remembered until {@link #forgetRecovery}. */
    synchronized boolean recovered() {
        return recovered;
    }

    synchronized void forgetRecovery() {
        recovered = false;
    }

    /** Whether nothing is on its way through it, and what is to be remembered of it is old; or there is no room to remember it. */
    synchronized boolean idle(Instant now, boolean crowded) {
        if (held > 0) {
            return false;
        }
        Instant last = shutUntil.isAfter(lastEnded) ? shutUntil : lastEnded;
        return crowded
                || ((failures == 0 && !shutUntil.isAfter(now))
                        || last.plus(REMEMBERED).isBefore(now));
    }

    /** Takes a callback, unless there is no room. */
    synchronized boolean put(Parcel parcel, Instant now) {
        if (room(now) == 0) {
            return false;
        }
        held++;
        Deque<Parcel> behind = busy.get(parcel.line());
        if (behind == null) {
            queue.add(parcel);
        } else {
            behind.add(parcel);
        }
        return true;
    }

    /**
     * What is to be done now, told at one moment: nobody can find that there is nothing to send yet, and then nothing to wait for any more.
     *
     * @param together what goes into the next request; empty when nothing may begin now
     * @param pause in how many nanoseconds somebody has to come back; 0 where nobody has to, or somebody does already
     */
    record Turn(List<Parcel> together, long pause) {}

    /** The next turn; one with a pause is told once, until {@link #rang}. */
    synchronized Turn next(long nanoTime) {
        long left = left(nanoTime);
        if (left > 0) {
            long pause = alarmed ? 0 : left;
            alarmed = true;
            return new Turn(List.of(), pause);
        }
        List<Parcel> together = new ArrayList<>(1);
        while (requests < width && together.size() < batch && !queue.isEmpty()) {
            Parcel parcel = queue.remove();
            if (batch > 1 || busy.putIfAbsent(parcel.line(), new ArrayDeque<>(0)) == null) {
                together.add(parcel);
            } else {
                Objects.requireNonNull(busy.get(parcel.line())).add(parcel);
            }
        }
        if (!together.isEmpty()) {
            requests++;
        }
        return new Turn(together, 0);
    }

    /** For how many nanoseconds the next request still waits for more events; 0 when it does not. */
    private long left(long nanoTime) {
        boolean waits = requests < width && !queue.isEmpty() && queue.size() < batch && failures < FAILURES_TO_SHUT;
        return waits ? Math.max(0, waitNanos - (nanoTime - queue.element().takenAt())) : 0;
    }

    /** Somebody came back. */
    synchronized void rang() {
        alarmed = false;
    }

    /** Whether it waited here for too long: somebody else may have it by now. */
    static boolean stale(Parcel parcel, long nanoTime) {
        return nanoTime - parcel.takenAt() > LONGEST_HELD_NANOS;
    }

    /** A request has ended; tells which callbacks cannot be tried now because an earlier one of their message failed. */
    synchronized List<Parcel> ended(List<Parcel> together, Fate fate, Instant now) {
        requests--;
        held -= together.size();
        lastEnded = now;
        learn(fate, now);
        List<Parcel> untried = new ArrayList<>(0);
        for (Parcel parcel : together) {
            Deque<Parcel> behind = busy.remove(parcel.line());
            if (behind != null && !behind.isEmpty()) {
                if (fate instanceof Fate.Taken) {
                    behind.descendingIterator().forEachRemaining(queue::addFirst);
                } else {
                    untried.addAll(behind);
                    held -= behind.size();
                }
            }
        }
        if (shutUntil.isAfter(now) || (batch > 1 && !(fate instanceof Fate.Taken))) {
            untried.addAll(queue);
            held -= queue.size();
            queue.clear();
        }
        return untried;
    }

    private void learn(Fate fate, Instant now) {
        switch (fate) {
            case Fate.Taken(int _, int millis, String _) -> {
                recovered |= failures >= FAILURES_TO_SHUT;
                failures = 0;
                usualMillis += LEARNING * (Math.max(1, millis) - usualMillis);
            }
            case Fate.Failed failed -> {
                failures++;
                usualMillis += LEARNING * (Math.max(1, failed.millis()) - usualMillis);
                if (failures >= FAILURES_TO_SHUT) {
                    shutUntil = now.plus(shutFor(failures - FAILURES_TO_SHUT));
                }
                if (failed.retryAfter() != null && shutUntil.isBefore(now.plus(failed.retryAfter()))) {
                    shutUntil = now.plus(Pauses.granted(failed.retryAfter()));
                }
            }
            case Fate.Gone _, Fate.Untried _, Fate.Wordless _ -> {}
        }
    }

    private static Duration shutFor(int more) {
        Duration shut = SHORTEST_SHUT.multipliedBy(1L << Math.min(more, 6));
        return shut.compareTo(LONGEST_SHUT) > 0 ? LONGEST_SHUT : shut;
    }
}
