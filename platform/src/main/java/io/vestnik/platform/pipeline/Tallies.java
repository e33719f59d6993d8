package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * Adds up stored messages, for a subscriber that keeps counters and begins later than messages were sent: what it counts from rows
 * here and from facts afterwards comes to each message once.
 */
public interface Tallies {
    /** Above every id of a message. */
    long ABOVE_ALL = 1L << 53;

    /**
     * Lets a subscriber go on from the present: facts of before are not handed to it. Nothing is handed to it until the caller's
     * transaction ends.
     */
    void skipToPresent(FactSubscriber subscriber);

    /** Where a range of ids that ends before {@code below} begins if it holds at most so many messages; 0 when nothing lies before. */
    long begin(long below, int most);

    /**
     * What the messages of a range of ids come to by exactly the facts that the subscriber has taken: what later ones did to them is taken
     * back. Nothing is handed to the subscriber until the caller's transaction ends.
     *
     * @param from the lowest id
     * @param below every id is lower than this
     * @param zones whose days are those of an account; of one that is not there days are those of Greenwich
     */
    Tally tally(FactSubscriber subscriber, long from, long below, Map<AccountId, ZoneId> zones);

    /** Up to when the subscriber has taken all facts: a moment ago, or when the oldest that it has not taken was written. */
    Instant asOf(FactSubscriber subscriber);
}
