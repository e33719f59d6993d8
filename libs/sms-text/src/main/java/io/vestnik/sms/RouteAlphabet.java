package io.vestnik.sms;

/**
 * What a route means by data_coding 0, its "SMSC default alphabet".
 *
 * <p>A text of the GSM alphabet that a route's alphabet cannot express (a euro sign on a Latin-1 route) goes as UCS-2.
 * Septets are counted as on the air whatever the route writes: a bracket is two septets on every route.
 */
public enum RouteAlphabet {
    /** GSM 03.38, one septet a byte, an extension character as the two bytes of its escape pair. */
    GSM(GsmAlphabet.EURO),
    /** ISO-8859-1. */
    LATIN1(0xFF),
    /** US-ASCII. */
    ASCII(0x7F);

    /** Septets by character up to the last Greek letter of the alphabet; 0 where the route cannot say it in data_coding 0. */
    @SuppressWarnings("ImmutableEnumChecker") // filled once, and never handed out
    private final byte[] septets = new byte[GsmAlphabet.TABLE_END];

    private final byte euro;

    RouteAlphabet(int last) {
        for (char c = 0; c < septets.length && c <= last; c++) {
            septets[c] = (byte) GsmAlphabet.septets(c);
        }
        euro = (byte) (GsmAlphabet.EURO <= last ? 2 : 0);
    }

    /** Septets that the character takes on the air, 1 or 2; 0 when it forces the text into UCS-2 on this route. */
    int septets(char c) {
        return c < GsmAlphabet.TABLE_END ? septets[c] : c == GsmAlphabet.EURO ? euro : 0;
    }
}
