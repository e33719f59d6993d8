package io.vestnik.bench.chaos;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as the database has it.
 *
 * @param state by the schema's number
 * @param sent whether the network's answer was stored
 * @param listens whether its sender wants to be told of its end
 * @param told what its facts say
 */
record Row(
        long id,
        String recipient,
        @Nullable Long campaign,
        int state,
        @Nullable String error,
        boolean sent,
        boolean listens,
        Terms terms,
        Told told) {

    static final int DELIVERED = 8;
    static final int READ = 9;
    static final int UNDELIVERED = 10;
    static final int EXPIRED = 11;
    static final int REJECTED = 12;
    static final int CANCELLED = 13;

    /**
     * What it costs whom.
     *
     * @param price of all its parts for its owner
     * @param onSent whether its owner pays when the network takes it, and not when it is delivered
     * @param levels every account that pays for it, its owner first
     */
    record Terms(int parts, BigDecimal price, boolean onSent, List<Level> levels) {
        Terms {
            levels = List.copyOf(levels);
        }
    }

    /** One account that pays. */
    record Level(long payer, BigDecimal perPart, boolean onSent) {}

    /**
     * Its facts together.
     *
     * @param doubts how often it came into doubt
     * @param lastState where the last fact left it
     * @param charged the sum of what they debited
     */
    record Told(int doubts, int lastState, BigDecimal charged) {}

    boolean isFinal() {
        return state >= DELIVERED;
    }

    boolean delivered() {
        return state == DELIVERED || state == READ;
    }

    /** Whether it is to be paid, by its state and by when the price is charged. */
    boolean owed(boolean onSent) {
        return delivered() || (onSent && sent);
    }

    /** Whether whoever listens was told where it ended. */
    boolean wasTold(Map<Long, Set<Integer>> heard) {
        return !listens || !isFinal() || heard.getOrDefault(id, Set.of()).contains(state);
    }

    boolean wasInDoubt() {
        return told.doubts() > 0;
    }
}
