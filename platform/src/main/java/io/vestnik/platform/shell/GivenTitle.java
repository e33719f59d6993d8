package io.vestnik.platform.shell;

/** A title that a person gave, where otherwise a key of a bundle stands: the bundles answer it as it is, in every language. */
public final class GivenTitle {
    private static final char SIGN = '=';

    private GivenTitle() {}

    /** What stands for the title where a key is asked for. */
    public static String of(String title) {
        return SIGN + title;
    }

    /** Whether this stands for a title that was given. */
    public static boolean is(String key) {
        return !key.isEmpty() && key.charAt(0) == SIGN;
    }

    /** The title. */
    public static String text(String key) {
        return key.substring(1);
    }
}
