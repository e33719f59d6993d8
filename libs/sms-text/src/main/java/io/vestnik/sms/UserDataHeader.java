package io.vestnik.sms;

import org.jspecify.annotations.Nullable;

/**
 * The header at the beginning of user data (3GPP TS 23.040 §9.2.3.24), as far as joining parts needs it.
 *
 * <p>Elements other than concatenation are stepped over; of several concatenation elements the last one counts.
 */
public sealed interface UserDataHeader {
    /**
     * A sound header.
     *
     * @param length bytes before the text, the length byte included: 1..140
     * @param place which part this is; null when the header does not say
     * @param more whether it says anything else
     */
    record Sound(int length, @Nullable PartPlace place, boolean more) implements UserDataHeader {}

    /** A header that cannot be read. */
    record Malformed(Fault fault) implements UserDataHeader {}

    /** What is wrong with a header. */
    enum Fault {
        /** No user data at all, where a header was promised. */
        MISSING,
        /** The header is longer than the user data, or than 140 bytes. */
        LONGER_THAN_DATA,
        /** An element runs beyond the end of the header. */
        ELEMENT_CUT,
        /** A concatenation element of a wrong length, of no parts, or of a part outside 1..total. */
        BAD_CONCATENATION
    }

    /** Reads the header of user data that are said to have one. */
    static UserDataHeader parse(byte[] userData) {
        if (userData.length == 0) {
            return new Malformed(Fault.MISSING);
        }
        int end = 1 + (userData[0] & 0xFF);
        if (end > userData.length || end > Concatenation.BYTES) {
            return new Malformed(Fault.LONGER_THAN_DATA);
        }
        @Nullable PartPlace place = null;
        boolean more = false;
        int at = 1;
        while (at < end) {
            if (at + 2 > end || at + 2 + (userData[at + 1] & 0xFF) > end) {
                return new Malformed(Fault.ELEMENT_CUT);
            }
            if (ConcatenationElement.isAt(userData, at)) {
                place = ConcatenationElement.read(userData, at);
                if (place == null) {
                    return new Malformed(Fault.BAD_CONCATENATION);
                }
            } else {
                more = true;
            }
            at += 2 + (userData[at + 1] & 0xFF);
        }
        return new Sound(end, place, more);
    }
}
