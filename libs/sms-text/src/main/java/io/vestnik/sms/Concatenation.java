package io.vestnik.sms;

/**
 * How parts of a long message tell that they belong together (3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8, SMPP 3.4 §5.3.2.22).
 *
 * <p>Whatever tells it takes room: of the 140 bytes of a part, 6 with an 8-bit reference and 7 with a 16-bit one.
 */
public enum Concatenation {
    /** A header with an 8-bit reference in the user data: 153 septets or 67 units a part. */
    UDH_8(6),
    /** A header with a 16-bit reference in the user data: 152 septets or 66 units a part. */
    UDH_16(7),
    /**
     * No header; the sar_* parameters stand beside the text and the network writes the header, which takes the same 6
     * bytes on the air: 153 septets or 67 units a part.
     */
    SAR(6);

    /** The room of one short message on the air, bytes. */
    static final int BYTES = 140;

    private final int headerBytes;

    Concatenation(int headerBytes) {
        this.headerBytes = headerBytes;
    }

    /** Room of one part of a long message: septets for {@link Encoding#GSM7}, 16-bit units for {@link Encoding#UCS2}. */
    public int unitsPerPart(Encoding encoding) {
        return room(encoding, BYTES - headerBytes);
    }

    /** Room of a message that is not divided: 160 septets or 70 units. */
    public static int unitsAlone(Encoding encoding) {
        return room(encoding, BYTES);
    }

    /** The largest reference that fits; larger ones lose their upper bits. */
    public int largestReference() {
        return this == UDH_8 ? 0xFF : 0xFFFF;
    }

    private static int room(Encoding encoding, int bytes) {
        return switch (encoding) {
            case GSM7 -> bytes * 8 / 7;
            case UCS2 -> bytes / 2;
        };
    }
}
