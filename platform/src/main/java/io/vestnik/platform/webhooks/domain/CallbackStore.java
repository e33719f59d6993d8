package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of callbacks that wait, and the journal of those that ended. */
public interface CallbackStore {
    /** As many ids as asked for, growing. */
    List<Long> ids(int count);

    /** How many callbacks wait for the account, counted up to so many; nobody else asks this of it until the end of the transaction. */
    int waitingAndHold(AccountId account, int most);

    /** Keeps callbacks until they are confirmed. */
    void keep(List<Kept> rows);

    /** Of these lines, the ones of which something waits. */
    Set<Parcel.Line> waiting(Collection<Parcel.Line> lines);

    /** All endpoints that something waits for, in their order. */
    List<Long> endpoints();

    /**
     * Outlets that something waits for, each endpoint's in their order.
     *
     * @param after of which endpoints, and the outlet after which to begin; empty for the first
     * @param most how many of each endpoint
     */
    List<Waiting> outlets(Map<Long, String> after, int most, Instant now);

    /**
     * Takes what is due, the first of each line only, for a minute.
     *
     * @param rooms how many of each outlet
     */
    List<Parcel> claim(Map<String, Integer> rooms, Instant now);

    /** Writes the ends of callbacks to the journal. */
    void tell(List<Ended> ended);

    /** Takes rows away. */
    void forget(Collection<Long> rows);

    /** Stores failures and gives the rows back, to be taken when they are due. */
    void postpone(List<Postponed> postponed);

    /** Makes what waits for this outlet due now, some thousands at once; how many those were. */
    int hasten(String outlet, Instant now);

    /** Moves what waits since before then, and nobody is at, to the journal; some hundreds at once. */
    int giveUp(Instant createdBefore, Instant now);

    /** Gives rows back as they were. */
    void release(Collection<Long> rows);

    /**
     * An outlet that something waits for.
     *
     * @param due whether some of it is due
     */
    record Waiting(long endpoint, String outlet, boolean due) {}

    /** How a callback ended. Stored by its number, which never changes. */
    enum Ending {
        TAKEN(1),
        /** Not confirmed within three days. */
        GIVEN_UP(2),
        /** The receiver wants no more. */
        GONE(3);

        private final int number;

        Ending(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /**
     * What the last try brought.
     *
     * @param status of the answer; 0 where there was none
     * @param failure in a word; none where there was none
     * @param reply how the answer began; none where it was empty or there was none
     */
    record Answered(
            int status, @Nullable String failure, @Nullable String reply) {
        /** It was not tried yet. */
        static final Answered NOT = new Answered(0, null, null);
    }

    /** A line of the journal. */
    record Ended(Callback callback, Ending ending, int tries, Answered answer, int millis, Instant at) {}

    /**
     * A new row.
     *
     * @param claimed this node is at it: nobody else takes it for a minute
     */
    record Kept(
            long row,
            Callback callback,
            Instant createdAt,
            Instant dueAt,
            int tries,
            boolean claimed,
            Answered answer) {
        /** A new one that is due at once. */
        static Kept due(long row, Callback callback, Instant now) {
            return new Kept(row, callback, now, now, 0, false, Answered.NOT);
        }
    }

    /** A row that is to be tried again. */
    record Postponed(long row, Instant dueAt, Answered answer) {}
}
