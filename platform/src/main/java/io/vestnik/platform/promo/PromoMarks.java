package io.vestnik.platform.promo;

import java.util.function.IntFunction;

/**
 * Marks in a text where codes will stand: a carriage return, plus signs and the number of its place. A mark is as long as the code that
 * takes its place, and its characters cost what those of the code cost (GSM 03.38 §6.2.1), so that parts can be counted before there
 * are codes. Values of people are single lines, so none of them brings a mark along, and one that somebody typed is {@link #unmarked}.
 */
public final class PromoMarks {
    private static final char START = '\r';
    private static final char FILL = '+';
    private static final String HEAD = "" + START + FILL;
    /** A code that nobody has, for texts that are only shown. */
    private static final String EXAMPLE = "K7M4XPQ9T3WCRH6FVJ7A";

    private PromoMarks() {}

    /**
     * The mark of one of at most {@link PromoCodes#MOST} places.
     *
     * @param length of its codes
     */
    public static String mark(int place, int length) {
        if (place < 0 || place >= PromoCodes.MOST || length < HEAD.length() + 1) {
            throw new IllegalArgumentException("No such place: " + place + " of " + length);
        }
        return START + String.valueOf(FILL).repeat(length - 2) + place;
    }

    /** Whether any mark stands in the text. */
    public static boolean in(String text) {
        return text.contains(HEAD);
    }

    /** The text as somebody wrote it, without anything that could be taken for a mark. */
    public static String unmarked(String text) {
        return text.replace(HEAD, "\n" + FILL);
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
            int end = at + 1;
            while (end < text.length() && text.charAt(end) == FILL) {
                end++;
            }
            int place = end < text.length() ? text.charAt(end) - '0' : -1;
            if (place < 0 || place >= places) {
                filled.append(text, from, end); // none of ours
                from = end;
            } else {
                filled.append(text, from, at).append(codes.apply(place));
                from = end + 1;
            }
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** The text as it will look, with codes that nobody has, each as long as a real one. */
    public static String example(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf(HEAD); at >= 0; at = text.indexOf(HEAD, from)) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) == FILL) {
                end++;
            }
            end = Math.min(end + 1, text.length());
            shown.append(text, from, at).append(example(end - at));
            from = end;
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** A code of this length that nobody has. */
    public static String example(int length) {
        return EXAMPLE.substring(0, Math.min(length, EXAMPLE.length()));
    }
}
