package io.vestnik.platform.links;

import java.util.function.IntFunction;

/**
 * Marks in a text where links will stand: a link whose code is a carriage return, {@code ------} and the number of its place. A mark is as
 * long as the code that takes its place, and its characters cost what those of the code cost (GSM 03.38 §6.2.1), so that parts can be
 * counted before there are codes. Values of people are single lines without signs that cannot be seen, so none of them brings a mark
 * along, and one that somebody typed is {@link #unmarked}.
 */
public final class LinkMarks {
    /** Characters of a code. */
    public static final int CODE = 8;

    /** What stands between an address and a code. */
    public static final String PATH = "/l/";

    private static final String BLANK = "\r------";
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

    /** The text as somebody wrote it, without anything that could be taken for a mark. */
    public static String unmarked(String text) {
        return text.replace(HEAD, PATH + "-------");
    }

    /** The text with codes in the places of its first so many marks; others stay as they are. */
    public static String fill(String text, int places, IntFunction<String> codes) {
        int at = text.indexOf(HEAD);
        if (at < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf(HEAD, from)) {
            int place = at + HEAD.length();
            int number = place < text.length() ? text.charAt(place) - '0' : -1;
            if (number < 0 || number >= places) {
                filled.append(text, from, place); // none of ours
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
        return fill(text, Links.MOST, _ -> EXAMPLE);
    }
}
