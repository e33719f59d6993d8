package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SarTests {
    @Test
    void readsWhatItWrote() {
        Sar part = new Sar(0xFFFE, 3, 2);
        assertThat(Sar.of(part.beside(Tlvs.NONE))).contains(part);
        assertThat(Sar.isIn(part.beside(Tlvs.NONE))).isTrue();
        assertThat(Sar.isIn(Tlvs.NONE.withOctet(Tlv.MESSAGE_STATE, 2))).isFalse();
    }

    @Test
    void takesNoPartWhoseNumbersContradictEachOther() {
        assertThat(Sar.of(Tlvs.NONE.withShort(Tlv.SAR_MSG_REF_NUM, 7))).isEmpty();
        assertThat(Sar.of(Tlvs.NONE
                        .withShort(Tlv.SAR_MSG_REF_NUM, 7)
                        .withOctet(Tlv.SAR_TOTAL_SEGMENTS, 2)
                        .withOctet(Tlv.SAR_SEGMENT_SEQNUM, 3)))
                .isEmpty();
        assertThat(Sar.of(Tlvs.NONE
                        .withInt(Tlv.SAR_MSG_REF_NUM, 0x10000)
                        .withOctet(Tlv.SAR_TOTAL_SEGMENTS, 2)
                        .withOctet(Tlv.SAR_SEGMENT_SEQNUM, 1)))
                .isEmpty();
    }
}
