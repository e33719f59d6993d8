package io.vestnik.sms;

/** Where a part of a long text ends: as far as its room goes, with no escape pair and no surrogate pair cut in two. */
final class PartBoundary {
    private PartBoundary() {}

    /** The end of the part that begins at {@code from}; the text must be of the encoding. */
    static int next(String text, int from, Encoding encoding, int room) {
        return switch (encoding) {
            case GSM7 -> nextOfSeptets(text, from, room);
            case UCS2 -> nextOfUnits(text, from, room);
        };
    }

    /** Septets between two places of a text of the GSM alphabet. */
    static int septets(String text, int from, int to) {
        int septets = 0;
        for (int i = from; i < to; i++) {
            septets += GsmAlphabet.septets(text.charAt(i));
        }
        return septets;
    }

    private static int nextOfSeptets(String text, int from, int room) {
        int left = room;
        int i = from;
        while (i < text.length()) {
            left -= GsmAlphabet.septets(text.charAt(i));
            if (left < 0) {
                break;
            }
            i++;
        }
        return i;
    }

    private static int nextOfUnits(String text, int from, int room) {
        int to = from + room;
        if (to >= text.length()) {
            return text.length();
        }
        return Character.isSurrogatePair(text.charAt(to - 1), text.charAt(to)) ? to - 1 : to;
    }
}
