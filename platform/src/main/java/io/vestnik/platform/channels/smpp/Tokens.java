package io.vestnik.platform.channels.smpp;

/**
 * The rate of a route: every part takes a token, {@code tps} come in a second, a tenth of a second's worth is kept. A message
 * that needs more than there are is let through and leaves a debt. Not for several threads at a time.
 */
final class Tokens {
    private static final double KEPT_SECONDS = 0.1;
    private static final double SECOND = 1e9;

    private final int tps;
    private final double most;
    private double tokens;
    private long filledAt;

    /** A full bucket; 0 is no limit. */
    Tokens(int tps, long now) {
        this.tps = tps;
        this.most = Math.max(1, tps * KEPT_SECONDS);
        this.tokens = most;
        this.filledAt = now;
    }

    /** Whole tokens there are at this time of {@link System#nanoTime}, at least 0. */
    int available(long now) {
        if (tps == 0) {
            return Integer.MAX_VALUE;
        }
        tokens = Math.min(most, tokens + (now - filledAt) / SECOND * tps);
        filledAt = now;
        return (int) Math.max(0, tokens);
    }

    /** Takes so many, into debt if need be. */
    void take(int parts) {
        if (tps > 0) {
            tokens -= parts;
        }
    }

    /** Nanoseconds until there is at least one whole token, 0 if there is. */
    long untilOne(long now) {
        return available(now) >= 1 ? 0 : (long) Math.ceil((1 - tokens) / tps * SECOND);
    }
}
