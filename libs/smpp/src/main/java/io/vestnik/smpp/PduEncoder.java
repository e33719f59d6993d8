package io.vestnik.smpp;

import io.vestnik.smpp.SubmitMultiResp.Unsuccessful;
import java.util.List;

/** Writes the bodies of PDUs; room for every field is made once a PDU. */
final class PduEncoder {
    // No body without text, lists and optional parameters is longer; the one-octet fields and lengths are within.
    private static final int FIXED = SmppCodec.HEADER + 320;

    private PduEncoder() {}

    static void encode(Pdu pdu, int sequence, OctetBuffer out) {
        int start = out.size();
        out.room(FIXED);
        out.number(0);
        out.number(pdu.commandId());
        out.number(pdu instanceof Pdu.Response response ? response.status() : 0);
        out.number(sequence);
        body(pdu, out);
        out.number(start, out.size() - start);
    }

    private static void body(Pdu pdu, OctetBuffer out) {
        switch (pdu) {
            case SubmitSm p -> submitSm(p, out);
            case DeliverSm p -> deliverSm(p, out);
            case SubmitSmResp p -> messageId(p.messageId(), p.status(), p.tlvs(), out);
            case DataSmResp p -> messageId(p.messageId(), p.status(), p.tlvs(), out);
            case DeliverSmResp p -> {
                out.text(p.messageId());
                tlvs(p.tlvs(), out);
            }
            case EnquireLink _, EnquireLinkResp _, Unbind _, UnbindResp _, CancelSmResp _, ReplaceSmResp _ -> {}
            case GenericNack _ -> {}
            case DataSm p -> dataSm(p, out);
            case SubmitMulti p -> submitMulti(p, out);
            case SubmitMultiResp p -> submitMultiResp(p, out);
            case Bind p -> bind(p, out);
            case BindResp p -> bindResp(p, out);
            case Outbind p -> {
                out.text(p.systemId());
                out.text(p.password());
            }
            case AlertNotification p -> {
                address(p.source(), out);
                address(p.esme(), out);
                tlvs(p.tlvs(), out);
            }
            case QuerySm p -> {
                out.text(p.messageId());
                address(p.source(), out);
            }
            case QuerySmResp p -> {
                out.text(p.messageId());
                out.text(p.finalDate());
                out.octet(p.messageState());
                out.octet(p.errorCode());
            }
            case CancelSm p -> {
                out.text(p.serviceType());
                out.text(p.messageId());
                address(p.source(), out);
                address(p.destination(), out);
            }
            case ReplaceSm p -> replaceSm(p, out);
        }
    }

    private static void submitSm(SubmitSm p, OctetBuffer out) {
        out.text(p.serviceType());
        address(p.source(), out);
        address(p.destination(), out);
        out.octet(p.esmClass());
        out.octet(p.protocolId());
        out.octet(p.priority());
        out.text(p.scheduleDeliveryTime());
        out.text(p.validityPeriod());
        out.octet(p.registeredDelivery());
        out.octet(p.replaceIfPresent());
        out.octet(p.dataCoding());
        out.octet(p.defaultMessageId());
        shortMessage(p.shortMessage(), out);
        tlvs(p.tlvs(), out);
    }

    private static void deliverSm(DeliverSm p, OctetBuffer out) {
        out.text(p.serviceType());
        address(p.source(), out);
        address(p.destination(), out);
        out.octet(p.esmClass());
        out.octet(p.protocolId());
        out.octet(p.priority());
        out.text(p.scheduleDeliveryTime());
        out.text(p.validityPeriod());
        out.octet(p.registeredDelivery());
        out.octet(p.replaceIfPresent());
        out.octet(p.dataCoding());
        out.octet(p.defaultMessageId());
        shortMessage(p.shortMessage(), out);
        tlvs(p.tlvs(), out);
    }

    private static void submitMulti(SubmitMulti p, OctetBuffer out) {
        out.text(p.serviceType());
        address(p.source(), out);
        destinations(p.destinations(), out);
        out.octet(p.esmClass());
        out.octet(p.protocolId());
        out.octet(p.priority());
        out.text(p.scheduleDeliveryTime());
        out.text(p.validityPeriod());
        out.octet(p.registeredDelivery());
        out.octet(p.replaceIfPresent());
        out.octet(p.dataCoding());
        out.octet(p.defaultMessageId());
        shortMessage(p.shortMessage(), out);
        tlvs(p.tlvs(), out);
    }

    private static void destinations(List<Destination> destinations, OctetBuffer out) {
        out.octet(destinations.size());
        out.room(destinations.size() * (Fields.ADDRESS + 4) + FIXED);
        for (Destination destination : destinations) {
            switch (destination) {
                case Address address -> {
                    out.octet(1);
                    address(address, out);
                }
                case DistributionList list -> {
                    out.octet(2);
                    out.text(list.name());
                }
            }
        }
    }

    private static void submitMultiResp(SubmitMultiResp p, OctetBuffer out) {
        if (p.status() != CommandStatus.ESME_ROK
                && p.messageId().isEmpty()
                && p.unsuccessful().isEmpty()) {
            return;
        }
        out.text(p.messageId());
        out.octet(p.unsuccessful().size());
        out.room(p.unsuccessful().size() * (Fields.ADDRESS + 7));
        for (Unsuccessful one : p.unsuccessful()) {
            address(one.destination(), out);
            out.number(one.status());
        }
        tlvs(p.tlvs(), out);
    }

    private static void dataSm(DataSm p, OctetBuffer out) {
        out.text(p.serviceType());
        address(p.source(), out);
        address(p.destination(), out);
        out.octet(p.esmClass());
        out.octet(p.registeredDelivery());
        out.octet(p.dataCoding());
        tlvs(p.tlvs(), out);
    }

    private static void replaceSm(ReplaceSm p, OctetBuffer out) {
        out.text(p.messageId());
        address(p.source(), out);
        out.text(p.scheduleDeliveryTime());
        out.text(p.validityPeriod());
        out.octet(p.registeredDelivery());
        out.octet(p.defaultMessageId());
        shortMessage(p.shortMessage(), out);
    }

    private static void bind(Bind p, OctetBuffer out) {
        out.text(p.systemId());
        out.text(p.password());
        out.text(p.systemType());
        out.octet(p.interfaceVersion());
        address(p.addressRange(), out);
    }

    // The body of a refusal is not sent (SMPP 3.4 §4.1.2, §4.4.2).
    private static void bindResp(BindResp p, OctetBuffer out) {
        if (p.status() == CommandStatus.ESME_ROK || !p.systemId().isEmpty()) {
            out.text(p.systemId());
            tlvs(p.tlvs(), out);
        }
    }

    private static void messageId(String messageId, int status, Tlvs tlvs, OctetBuffer out) {
        if (status == CommandStatus.ESME_ROK || !messageId.isEmpty() || !tlvs.isEmpty()) {
            out.text(messageId);
            tlvs(tlvs, out);
        }
    }

    private static void address(Address address, OctetBuffer out) {
        out.octet(address.ton());
        out.octet(address.npi());
        out.text(address.digits());
    }

    private static void shortMessage(byte[] value, OctetBuffer out) {
        out.room(value.length + 1);
        out.octet(value.length);
        out.put(value);
    }

    private static void tlvs(Tlvs tlvs, OctetBuffer out) {
        byte[] wire = tlvs.wire();
        if (wire.length > 0) {
            out.room(wire.length);
            out.put(wire);
        }
    }
}
