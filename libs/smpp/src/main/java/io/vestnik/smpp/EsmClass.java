package io.vestnik.smpp;

/** Bits of esm_class (SMPP 3.4 §5.2.12). */
public final class EsmClass {
    public static final int DEFAULT = 0;
    public static final int DATAGRAM = 0x01;
    public static final int FORWARD = 0x02;
    public static final int STORE_AND_FORWARD = 0x03;

    /** deliver_sm: the body is a delivery receipt. */
    public static final int RECEIPT = 0x04;

    /** deliver_sm: the body is an acknowledgement of the recipient's own. */
    public static final int DELIVERY_ACKNOWLEDGEMENT = 0x08;

    /** deliver_sm: the body is an intermediate notification. */
    public static final int INTERMEDIATE = 0x20;

    /** The body begins with a user data header. */
    public static final int UDHI = 0x40;

    public static final int REPLY_PATH = 0x80;

    private static final int TYPE = 0x3C;

    private EsmClass() {}

    /** Whether a deliver_sm with this class carries a final receipt or an intermediate notification. */
    public static boolean isReceipt(int esmClass) {
        int type = esmClass & TYPE;
        return type == RECEIPT || type == INTERMEDIATE;
    }

    /** Whether the body begins with a user data header. */
    public static boolean hasUdh(int esmClass) {
        return (esmClass & UDHI) != 0;
    }
}
