package io.vestnik.bench.chaos;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of people, each given out once in a run. */
final class Numbers {

    // Of several operators, so that prices differ.
    private static final int[] PREFIXES = {903, 905, 910, 915, 916, 919, 925, 926, 977, 999};
    private static final int PER_PREFIX = 10_000_000;
    private static final int STRIDE = 7_919; // coprime with the size of a prefix, so that no number repeats

    private final AtomicInteger given = new AtomicInteger();

    /** Eleven digits. */
    String next() {
        int n = given.getAndIncrement();
        long subscriber = (long) (n / PREFIXES.length) * STRIDE % PER_PREFIX;
        String digits = Long.toString(subscriber);
        return "7" + PREFIXES[n % PREFIXES.length] + "0".repeat(7 - digits.length()) + digits;
    }
}
