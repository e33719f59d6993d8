package io.vestnik.sms;

/**
 * Which part of which long message: reference 0..65535, total and sequence 1..255, sequence not above total.
 *
 * <p>A message of one part is the first of one.
 */
public record PartPlace(int reference, int total, int sequence) {
    /** Parts of one message that the air can number (3GPP TS 23.040 §9.2.3.24.1). */
    public static final int MOST_PARTS = 255;

    public PartPlace {
        if (reference < 0
                || reference > 0xFFFF
                || total < 1
                || total > MOST_PARTS
                || sequence < 1
                || sequence > total) {
            throw new IllegalArgumentException("No part " + sequence + " of " + total + ", reference " + reference);
        }
    }
}
