package io.vestnik.platform.accounts;

import java.time.Duration;

/**
 * How often something secret was guessed wrong, on all nodes and through their restarts. Only what was wrong costs anything: whoever
 * guesses right is looked up in memory. What other nodes counted is known here within moments.
 */
public interface WrongGuesses {
    /**
     * How often something may be guessed wrong.
     *
     * @param what is guessed, and who is counted, such as {@code sign-in.address}
     * @param most within the span, which begins with the first; after them none until it is over
     */
    record Limit(String what, int most, Duration span) {
        public Limit {
            if (most < 1 || span.isNegative() || span.isZero()) {
                throw new IllegalArgumentException("No limit of " + what);
            }
        }
    }

    /** How long they have to wait before they may guess again, from memory; no time at all where they may. */
    Duration pause(Limit limit, String who);

    /** Whether they may guess, from memory. */
    default boolean left(Limit limit, String who) {
        return pause(limit, who).isZero();
    }

    /** Counts a wrong one soon, without making anybody wait for it. */
    void wrong(Limit limit, String who);

    /** Forgets those of whoever has guessed right. */
    void forget(Limit limit, String who);
}
