package io.vestnik.platform.campaigns;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Texts that are tried on a part of the audience before the rest gets the better one. The draft's own text is the first of them, A.
 *
 * @param others the second text and on
 * @param share percent of the audience that takes part
 * @param goal by what the better one is known
 * @param watch how long what comes of them is watched, from when the last who takes part was queued
 * @param byItself whether the better one goes to the rest by itself then; otherwise a person says which
 */
public record Trial(List<String> others, int share, Goal goal, Duration watch, boolean byItself) {
    /** How many texts there may be. */
    public static final int MOST_TEXTS = 5;

    public Trial {
        others = List.copyOf(others);
    }

    /** How the better one is known: the share of messages that came to this. */
    public enum Goal {
        CLICKS,
        DELIVERIES;

        /** The name in the API and in forms, such as {@code clicks}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the text at this place is called: A is the draft's own. */
    public static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }
}
