package io.vestnik.platform.accounts.domain;

import java.time.Instant;
import java.util.List;

/** Wrong guesses as all nodes see them. */
public interface GuessStore {

    /**
     * Guesses of one.
     *
     * @param digest of what is guessed and by whom, in hexadecimal digits
     * @param times how often it was wrong just now
     * @param until when they are forgotten, where there are none before them
     */
    record Guessed(String digest, int most, int times, Instant until) {}

    /** Who may guess no more until then. */
    record Stopped(String digest, Instant until) {}

    /** Adds them; answers those who have none left. */
    List<Stopped> add(List<Guessed> guesses, Instant now);

    /** All who have none left, at most so many. */
    List<Stopped> stopped(Instant now, int most);

    void forget(String digest);

    /** Deletes some whose time is over; how many. */
    int sweep(Instant now, int most);
}
