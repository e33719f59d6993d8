package io.vestnik.platform.smppserver.domain;

/** How many submits a second a program may still send: what a second allows may come at once. */
final class Pace {
    private static final double SECOND = 1_000_000_000;

    private int tps;
    private double tokens;
    private long looked;

    Pace(int tps, long now) {
        this.tps = tps;
        this.tokens = tps;
        this.looked = now;
    }

    /** As many of those wanted as may be taken now, by {@code System.nanoTime()}. */
    synchronized int take(int wanted, long now) {
        if (tps == 0) {
            return wanted;
        }
        tokens = Math.min(tps, tokens + (now - looked) * tps / SECOND);
        looked = now;
        int taken = (int) Math.min(wanted, tokens);
        tokens -= taken;
        return taken;
    }

    synchronized void change(int to) {
        tokens = tps == 0 ? to : Math.min(tokens, to);
        tps = to;
    }
}
