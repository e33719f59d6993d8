package io.vestnik.platform.channels.smpp;

/**
 * The rate of a route: every part takes a token, {@code tps} come in a second, a tenth of a second's worth is kept. A message
 * that needs more than there are is let through and leaves a debt. Not for several threads at a time.
 */
final class Tokens {
    private static final double KEPT_SECONDS = 0.1;
    private static final double SECOND = 1e9;

    private final int whole;
    private double tps;
    private double most;
    private double tokens;
    private long filledAt;

    /** A full bucket; 0 is no limit. */
    Tokens(int tps, long now) {
        this.whole = tps;
        share(1);
        this.tokens = most;
        this.filledAt = now;
    }

    /** Whole tokens there are at this time of {@link System#nanoTime}, at least 0. */
    int available(long now) {
        if (whole == 0) {
            return Integer.MAX_VALUE;
        }
        tokens = Math.min(most, tokens + (now - filledAt) / SECOND * tps);
        filledAt = now;
        return (int) Math.max(0, tokens);
    }

    /** From now on only this share of the rate is ours, above 0 and at most 1. */
    void share(double share) {
        tps = whole * share;
        most = Math.max(1, tps * KEPT_SECONDS);
    }

    /** Takes so many, into debt if need be. */
    void take(int parts) {
        if (whole > 0) {
            tokens -= parts;
        }
    }

    /** Nanoseconds until there is at least one whole token, 0 if there is. */
    long untilOne(long now) {
        return available(now) >= 1 ? 0 : (long) Math.ceil((1 - tokens) / tps * SECOND);
    }
}
