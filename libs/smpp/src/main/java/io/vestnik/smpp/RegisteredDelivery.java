package io.vestnik.smpp;

/** Bits of registered_delivery (SMPP 3.4 §5.2.17). */
public final class RegisteredDelivery {
    public static final int NONE = 0;
    public static final int FINAL = 0x01;
    public static final int FAILURE_ONLY = 0x02;
    public static final int SME_DELIVERY = 0x04;
    public static final int SME_MANUAL = 0x08;
    public static final int INTERMEDIATE = 0x10;

    private RegisteredDelivery() {}

    /** Whether a receipt is wished for a message that ended well or badly. */
    public static boolean wants(int registeredDelivery, boolean success) {
        int wish = registeredDelivery & 0x03;
        return wish == FINAL || (wish == FAILURE_ONLY && !success);
    }
}
