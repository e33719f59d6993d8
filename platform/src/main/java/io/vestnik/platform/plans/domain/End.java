package io.vestnik.platform.plans.domain;

import java.time.LocalDate;

/** When a plan is over. */
public sealed interface End {
    /** The most runs that can be counted off. */
    int MOST_RUNS = 10_000;

    record Never() implements End {}

    /** The last day it may run on. */
    record Until(LocalDate day) implements End {}

    /** After so many runs; those that a holiday takes away do not count. */
    record After(int runs) implements End {
        public After {
            if (!fits(runs)) {
                throw new IllegalArgumentException("Not a number of runs: " + runs);
            }
        }

        /** Whether so many can be counted off. */
        public static boolean fits(int runs) {
            return runs >= 1 && runs <= MOST_RUNS;
        }
    }
}
