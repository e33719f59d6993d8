package io.vestnik.smpp;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of which long message, by the sar_ parameters (SMPP 3.4 §5.3.2.22–24) that stand beside a part's text.
 *
 * @param reference sar_msg_ref_num, 0 to 65,535: the same in all parts
 * @param total sar_total_segments, 1 to 255
 * @param sequence sar_segment_seqnum, 1 to total
 */
public record Sar(int reference, int total, int sequence) {
    private static final int MOST = 255;

    public Sar {
        if (reference < 0 || reference > 0xFFFF || total < 1 || total > MOST || sequence < 1 || sequence > total) {
            throw new IllegalArgumentException("No part " + sequence + " of " + total + ", reference " + reference);
        }
    }

    /** Whether one of the three is there, so that all of them should be. */
    public static boolean isIn(Tlvs tlvs) {
        return !tlvs.isEmpty()
                && (tlvs.has(Tlv.SAR_MSG_REF_NUM)
                        || tlvs.has(Tlv.SAR_TOTAL_SEGMENTS)
                        || tlvs.has(Tlv.SAR_SEGMENT_SEQNUM));
    }

    /** What the three say; empty where one is missing or they contradict each other. */
    public static Optional<Sar> of(Tlvs tlvs) {
        OptionalInt reference = tlvs.integer(Tlv.SAR_MSG_REF_NUM);
        OptionalInt total = tlvs.integer(Tlv.SAR_TOTAL_SEGMENTS);
        OptionalInt sequence = tlvs.integer(Tlv.SAR_SEGMENT_SEQNUM);
        boolean sound = reference.isPresent()
                && reference.getAsInt() <= 0xFFFF
                && total.orElse(0) >= 1
                && total.orElse(0) <= MOST
                && sequence.orElse(0) >= 1
                && sequence.orElse(0) <= total.orElse(0);
        return sound
                ? Optional.of(new Sar(reference.getAsInt(), total.getAsInt(), sequence.getAsInt()))
                : Optional.empty();
    }

    /** These parameters and the three. */
    public Tlvs beside(Tlvs tlvs) {
        return tlvs.withShort(Tlv.SAR_MSG_REF_NUM, reference)
                .withOctet(Tlv.SAR_TOTAL_SEGMENTS, total)
                .withOctet(Tlv.SAR_SEGMENT_SEQNUM, sequence);
    }
}
