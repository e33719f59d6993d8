package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import java.util.OptionalInt;

/**
 * The optional parameters that this server reads or writes, with the lengths that the standard gives them (SMPP 3.4 §5.3.2). Others are
 * passed over, as §3.3 wants it. Those from 0x2000 on are a vendor's, as programs made for SMSC read them; only who wants them gets them.
 */
public enum Parameter {
    MESSAGE_PAYLOAD(Tlv.MESSAGE_PAYLOAD, 0, 65_535, true, true),
    SAR_MSG_REF_NUM(Tlv.SAR_MSG_REF_NUM, 2, 2, true, false),
    SAR_TOTAL_SEGMENTS(Tlv.SAR_TOTAL_SEGMENTS, 1, 1, true, false),
    SAR_SEGMENT_SEQNUM(Tlv.SAR_SEGMENT_SEQNUM, 1, 1, true, false),
    USER_MESSAGE_REFERENCE(Tlv.USER_MESSAGE_REFERENCE, 2, 2, true, false),
    QOS_TIME_TO_LIVE(Tlv.QOS_TIME_TO_LIVE, 4, 4, true, false),
    RECEIPTED_MESSAGE_ID(Tlv.RECEIPTED_MESSAGE_ID, 1, 65, false, true),
    MESSAGE_STATE(Tlv.MESSAGE_STATE, 1, 1, false, true),
    NETWORK_ERROR_CODE(Tlv.NETWORK_ERROR_CODE, 3, 3, false, true),
    SC_INTERFACE_VERSION(Tlv.SC_INTERFACE_VERSION, 1, 1, false, true),
    COST(0x2000, 7, 21, false, true),
    FLAGS(0x2001, 2, 2, false, true),
    PARTS(0x2002, 2, 2, false, true),
    MCC_MNC(0x2003, 4, 6, false, true);

    private static final Parameter[] ALL = values();

    private final int tag;
    private final int shortest;
    private final int longest;
    private final boolean read;
    private final boolean written;

    Parameter(int tag, int shortest, int longest, boolean read, boolean written) {
        this.tag = tag;
        this.shortest = shortest;
        this.longest = longest;
        this.read = read;
        this.written = written;
    }

    public int tag() {
        return tag;
    }

    public boolean read() {
        return read;
    }

    public boolean written() {
        return written;
    }

    boolean isIn(Tlvs tlvs) {
        return tlvs.has(tag);
    }

    OptionalInt number(Tlvs tlvs) {
        return tlvs.integer(tag);
    }

    /** The command_status for parameters that are read here and have another length than they may; ESME_ROK for sound ones. */
    static int fault(Tlvs tlvs) {
        if (tlvs.isEmpty()) {
            return CommandStatus.ESME_ROK;
        }
        for (Parameter parameter : ALL) {
            byte[] value = parameter.read ? tlvs.get(parameter.tag) : null;
            if (value != null && (value.length < parameter.shortest || value.length > parameter.longest)) {
                return CommandStatus.ESME_RINVPARLEN;
            }
        }
        return CommandStatus.ESME_ROK;
    }
}
