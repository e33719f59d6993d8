package io.vestnik.platform.smppserver.domain;

/**
 * How many submits a second a program may still send: what a second allows may come at once. As many again are refused at once; who
 * sends still more hears of it a second later, which fills its window and makes it wait.
 */
final class Pace {
    private static final double SECOND = 1_000_000_000;

    private int tps;
    private double tokens;
    private double refusals;
    private long looked;

    Pace(int tps, long now) {
        this.tps = tps;
        this.tokens = tps;
        this.refusals = tps;
        this.looked = now;
    }

    /** As many of those wanted as may be taken now, by {@code System.nanoTime()}. */
    synchronized int take(int wanted, long now) {
        if (tps == 0) {
            return wanted;
        }
        double more = (now - looked) * tps / SECOND;
        tokens = Math.min(tps, tokens + more);
        refusals = Math.min(tps, refusals + more);
        looked = now;
        int taken = (int) Math.min(wanted, tokens);
        tokens -= taken;
        return taken;
    }

    /** Of so many that were not taken just now, how many are told so at once. */
    synchronized int refuseAtOnce(int refused) {
        int told = (int) Math.min(refused, refusals);
        refusals -= told;
        return told;
    }

    synchronized void change(int to) {
        tokens = tps == 0 ? to : Math.min(tokens, to);
        tps = to;
    }
}
