package io.vestnik.simulator;

import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.sms.PartPlace;
import io.vestnik.sms.Received;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.UserDataHeader;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a submit carries.
 *
 * @param textFrom where the text begins behind its header
 * @param place which part of a long message it is, by header or by the sar_* parameters; null of a single one
 */
record Content(
        byte[] octets,
        int dataCoding,
        boolean udh,
        int textFrom,
        @Nullable PartPlace place) {
    static Content of(SubmitSm submit) {
        byte[] octets = submit.content();
        boolean udh = EsmClass.hasUdh(submit.esmClass());
        if (udh) {
            return switch (UserDataHeader.parse(octets)) {
                case UserDataHeader.Sound(int length, PartPlace place, boolean _) ->
                    new Content(octets, submit.dataCoding(), true, length, place);
                case UserDataHeader.Malformed _ -> new Content(octets, submit.dataCoding(), true, 0, null);
            };
        }
        return new Content(octets, submit.dataCoding(), false, 0, sar(submit));
    }

    private static @Nullable PartPlace sar(SubmitSm submit) {
        if (!submit.tlvs().has(Tlv.SAR_MSG_REF_NUM)) {
            return null;
        }
        int reference = submit.tlvs().integer(Tlv.SAR_MSG_REF_NUM).orElse(0);
        int total = submit.tlvs().integer(Tlv.SAR_TOTAL_SEGMENTS).orElse(1);
        int sequence = submit.tlvs().integer(Tlv.SAR_SEGMENT_SEQNUM).orElse(1);
        return sequence >= 1 && sequence <= total && total <= 255
                ? new PartPlace(reference & 0xFFFF, total, sequence)
                : null;
    }

    /** The text as a phone shows it; what is no text is told in square brackets. */
    String text() {
        return switch (Received.read(octets, dataCoding, udh, RouteAlphabet.GSM)) {
            case Received.Text read -> read.text();
            case Received.Binary binary -> "[octets " + HexFormat.of().formatHex(binary.bytes()) + "]";
            case Received.Malformed(Received.Fault fault) -> "[" + fault + "]";
        };
    }
}
