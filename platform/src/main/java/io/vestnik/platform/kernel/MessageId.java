package io.vestnik.platform.kernel;

import java.time.Instant;

/**
 * The id of a message: a 53-bit number that is safe in JSON, made of seconds since 2025 (31 bits), node (5) and
 * sequence (17), so that ids grow with time and are known before the row is written.
 */
public record MessageId(long value) implements Comparable<MessageId> {
    /** The first second that an id can tell. */
    public static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");

    private static final int LOW_BITS = 22;

    public MessageId {
        if (value <= 0 || value >= 1L << 53) {
            throw new IllegalArgumentException("Not a message id: " + value);
        }
    }

    /** The lowest id that a message of this second can have: the bound of a range of time. */
    public static long floorOf(Instant instant) {
        return Math.max(0, instant.getEpochSecond() - EPOCH.getEpochSecond()) << LOW_BITS;
    }

    /** The second in which the id was given. */
    public Instant second() {
        return EPOCH.plusSeconds(value >>> LOW_BITS);
    }

    @Override
    public int compareTo(MessageId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
