package io.vestnik.platform.links;

import java.util.function.IntFunction;

/**
 * Marks in a text where links will stand: a link whose code is {@code -------0}, {@code -------1} and so on. A mark is as long as the
 * code that takes its place, and its characters cost what those of the code cost, so that parts can be counted before there are codes.
 */
public final class LinkMarks {
    /** Characters of a code. */
    public static final int CODE = 8;

    /** What stands between an address and a code. */
    public static final String PATH = "/l/";

    private static final String BLANK = "-------";
    private static final String HEAD = PATH + BLANK;
    /** A code that leads nowhere, for texts that are only shown. */
    private static final String EXAMPLE = "Ab3dE6gH";

    private LinkMarks() {}

    /** The mark of one of at most {@link Links#MOST} places. */
    public static String mark(int place) {
        if (place < 0 || place >= Links.MOST) {
            throw new IllegalArgumentException("No such place: " + place);
        }
        return BLANK + place;
    }

    /** Whether any mark stands in the text. */
    public static boolean in(String text) {
        return text.contains(HEAD);
    }

    /** The text with codes in the places of its marks. */
    public static String fill(String text, IntFunction<String> codes) {
        int at = text.indexOf(HEAD);
        if (at < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf(HEAD, from)) {
            int place = at + HEAD.length();
            int number = place < text.length() ? text.charAt(place) - '0' : -1;
            if (number < 0 || number >= Links.MOST) {
                filled.append(text, from, place); // somebody typed it
                from = place;
            } else {
                filled.append(text, from, at + PATH.length()).append(codes.apply(number));
                from = place + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** The text as it will look, with a code that leads nowhere. */
    public static String example(String text) {
        return fill(text, _ -> EXAMPLE);
    }
}
