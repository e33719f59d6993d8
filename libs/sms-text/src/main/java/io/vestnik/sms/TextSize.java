package io.vestnik.sms;

import org.jspecify.annotations.Nullable;

/**
 * What a text takes on the air; units are septets for {@link Encoding#GSM7} and 16-bit units for {@link Encoding#UCS2}.
 *
 * @param parts short messages that it takes, 1 or more: an empty text is one empty message
 * @param units units of the whole text, without headers and without what a part leaves empty to keep a pair whole
 * @param usedInLast units taken in the last part
 * @param leftInLast units still free in the last part
 * @param offender the first character that forced UCS-2, null for GSM7
 */
public record TextSize(
        Encoding encoding,
        int parts,
        int units,
        int usedInLast,
        int leftInLast,
        @Nullable Offender offender) {
    public TextSize {
        if (parts < 1 || units < 0 || usedInLast < 0 || leftInLast < 0) {
            throw new IllegalArgumentException("No size: parts " + parts + ", units " + units);
        }
        if ((encoding == Encoding.UCS2) == (offender == null)) {
            throw new IllegalArgumentException("UCS-2 has a reason, and GSM 7-bit needs none");
        }
    }

    /** The size of a text as most routes send it: GSM alphabet, 8-bit reference. */
    public static TextSize of(String text) {
        TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
        meter.measure(text);
        return meter.size();
    }
}
