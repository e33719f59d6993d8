package io.vestnik.sms;

/** Packing of septets into bytes as on the air (GSM 03.38 §6.1.2.1), with the fill bits that a header needs. */
public final class Septets {
    private Septets() {}

    /** Bits 0..6 between a header of so many bytes and the first septet, which begins at a septet's boundary (3GPP TS 23.040 §9.2.3.24). */
    public static int fillBits(int headerBytes) {
        return (7 - headerBytes * 8 % 7) % 7;
    }

    /** Packs septets that stand one in a byte, leaving the fill bits free before the first; bytes above 0x7F are refused. */
    public static byte[] pack(byte[] septets, int fillBits) {
        checkFill(fillBits);
        byte[] packed = new byte[(fillBits + septets.length * 7 + 7) / 8];
        int bit = fillBits;
        for (byte septet : septets) {
            if (septet < 0) {
                throw new IllegalArgumentException("Not a septet: " + (septet & 0xFF));
            }
            int at = bit >> 3;
            int shifted = septet << (bit & 7);
            packed[at] |= (byte) shifted;
            if (shifted > 0xFF) {
                packed[at + 1] |= (byte) (shifted >> 8);
            }
            bit += 7;
        }
        return packed;
    }

    /** So many septets, one in a byte, out of packed bytes; the count comes from the user data length and must fit them. */
    public static byte[] unpack(byte[] packed, int count, int fillBits) {
        checkFill(fillBits);
        if (count < 0 || fillBits + count * 7L > packed.length * 8L) {
            throw new IllegalArgumentException(count + " septets do not fit " + packed.length + " bytes");
        }
        byte[] septets = new byte[count];
        int bit = fillBits;
        for (int i = 0; i < count; i++) {
            int at = bit >> 3;
            int two = (packed[at] & 0xFF) | (at + 1 < packed.length ? (packed[at + 1] & 0xFF) << 8 : 0);
            septets[i] = (byte) ((two >> (bit & 7)) & 0x7F);
            bit += 7;
        }
        return septets;
    }

    private static void checkFill(int fillBits) {
        if (fillBits < 0 || fillBits > 6) {
            throw new IllegalArgumentException("Fill bits: " + fillBits);
        }
    }
}
