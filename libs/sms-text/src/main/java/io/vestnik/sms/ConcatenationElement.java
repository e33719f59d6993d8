package io.vestnik.sms;

import org.jspecify.annotations.Nullable;

/** The header element that numbers the parts of a long message (3GPP TS 23.040 §9.2.3.24.1, §9.2.3.24.8). */
final class ConcatenationElement {
    private static final int WITH_8_BITS = 0x00;
    private static final int WITH_16_BITS = 0x08;

    private ConcatenationElement() {}

    /** Bytes of a header that holds this element alone. */
    static int headerLength(Concatenation concatenation) {
        return switch (concatenation) {
            case UDH_8 -> 6;
            case UDH_16 -> 7;
            case SAR -> 0;
        };
    }

    /** Writes a header that holds this element alone at the beginning of user data. */
    static void writeHeader(Concatenation concatenation, PartPlace place, byte[] data) {
        boolean wide = concatenation == Concatenation.UDH_16;
        int at = 0;
        data[at++] = (byte) (headerLength(concatenation) - 1);
        data[at++] = (byte) (wide ? WITH_16_BITS : WITH_8_BITS);
        data[at++] = (byte) (wide ? 4 : 3);
        if (wide) {
            data[at++] = (byte) (place.reference() >> 8);
        }
        data[at++] = (byte) place.reference();
        data[at++] = (byte) place.total();
        data[at] = (byte) place.sequence();
    }

    static boolean isAt(byte[] data, int at) {
        return data[at] == WITH_8_BITS || data[at] == WITH_16_BITS;
    }

    /** The place that the element says; null when its length or its numbers are impossible. */
    static @Nullable PartPlace read(byte[] data, int at) {
        int referenceBytes = data[at] == WITH_8_BITS ? 1 : 2;
        if (data[at + 1] != referenceBytes + 2) {
            return null;
        }
        int after = at + 2 + referenceBytes;
        int reference = (data[after - 1] & 0xFF) | (referenceBytes == 2 ? (data[after - 2] & 0xFF) << 8 : 0);
        int total = data[after] & 0xFF;
        int sequence = data[after + 1] & 0xFF;
        return sequence < 1 || sequence > total ? null : new PartPlace(reference, total, sequence);
    }
}
