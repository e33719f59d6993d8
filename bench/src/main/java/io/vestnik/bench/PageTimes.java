package io.vestnik.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;

/** How long a page takes when it is asked for again and again, each time about somebody else. */
public final class PageTimes {
    private static final int WARM = 20;
    private static final int TIMES = 100;
    private static final double MOST_OF_THEM = 0.95;

    private PageTimes() {}

    /** The time that 95 of 100 requests take at most, in milliseconds. */
    public static double p95(CustomerPages pages, IntFunction<String> path) throws IOException {
        for (int i = 0; i < WARM; i++) {
            pages.get(path.apply(TIMES + i));
        }
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            pages.get(path.apply(i));
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[(int) (TIMES * MOST_OF_THEM) - 1];
    }
}
