package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandId;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DataSmResp;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.QuerySmResp;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.smpp.SubmitMulti;
import io.vestnik.smpp.SubmitMultiResp;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Ton;

/** A PDU in a line for whoever looks for a fault: kinds, lengths and ids, numbers with their middle left out, of texts the length. */
final class PduLine {
    private PduLine() {}

    static String name(Pdu pdu) {
        return CommandId.name(pdu.commandId());
    }

    static String detail(Pdu pdu) {
        String detail = switch (pdu) {
            case SubmitSm p ->
                ends(p.source(), p.destination())
                        + body(p.esmClass(), p.dataCoding(), p.registeredDelivery(), p.content().length)
                        + time("schedule", p.scheduleDeliveryTime())
                        + time("validity", p.validityPeriod())
                        + tlvs(p.tlvs());
            case SubmitMulti p ->
                p.source() + " → " + p.destinations().size() + " destinations"
                        + body(p.esmClass(), p.dataCoding(), p.registeredDelivery(), p.content().length)
                        + tlvs(p.tlvs());
            case DataSm p ->
                ends(p.source(), p.destination())
                        + body(p.esmClass(), p.dataCoding(), p.registeredDelivery(), p.content().length)
                        + tlvs(p.tlvs());
            case DeliverSm p ->
                ends(p.source(), p.destination())
                        + body(p.esmClass(), p.dataCoding(), 0, p.content().length)
                        + p.tlvs()
                                .text(Tlv.RECEIPTED_MESSAGE_ID)
                                .map(id -> " id=" + id)
                                .orElse("")
                        + tlvs(p.tlvs());
            case QuerySm p -> "id=" + p.messageId();
            case CancelSm p -> "id=" + p.messageId() + " " + ends(p.source(), p.destination());
            case ReplaceSm p -> "id=" + p.messageId() + " octets=" + p.shortMessage().length;
            case SubmitSmResp p -> "id=" + p.messageId();
            case DataSmResp p -> "id=" + p.messageId();
            case SubmitMultiResp p ->
                "id=" + p.messageId() + " unsuccess=" + p.unsuccessful().size();
            case QuerySmResp p -> "id=" + p.messageId() + " state=" + p.messageState() + " error=" + p.errorCode();
            case Bind p -> "system_id=" + p.systemId() + " version=" + hex(p.interfaceVersion());
            case Pdu _ -> "";
        };
        String status = pdu instanceof Pdu.Response answer ? CommandStatus.name(answer.status()) + " " : "";
        return ("seq=" + pdu.sequence() + " " + status + detail).strip();
    }

    private static String ends(Address source, Address destination) {
        return masked(source) + " → " + masked(destination);
    }

    /** A person's number, whatever type of number it claims. */
    private static Address masked(Address address) {
        return address.ton() == Ton.ALPHANUMERIC && address.digits().matches("\\+?\\d{7,}")
                ? new Address(Ton.UNKNOWN, address.npi(), address.digits())
                : address;
    }

    private static String body(int esmClass, int dataCoding, int registered, int octets) {
        return " esm=" + hex(esmClass) + " dc=" + dataCoding + " reg=" + hex(registered) + " octets=" + octets;
    }

    private static String time(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=" + value;
    }

    private static String tlvs(Tlvs tlvs) {
        return tlvs.isEmpty() ? "" : " tlvs=" + tlvs;
    }

    private static String hex(int octet) {
        return String.format("0x%02X", octet);
    }
}
