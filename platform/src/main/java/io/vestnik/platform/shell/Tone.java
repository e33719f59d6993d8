package io.vestnik.platform.shell;

import java.util.Locale;

/** What a colour means; never shown by colour alone. */
public enum Tone {
    /** Done well: green. */
    SUCCESS,
    /** On its way: blue. */
    PROGRESS,
    /** Waits for someone: amber. */
    WAITING,
    /** Failed: red. */
    FAILURE,
    /** Says nothing good or bad: grey. */
    NEUTRAL;

    /** The suffix of the style class. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
