package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Described;
import io.vestnik.platform.channels.Described.Field;
import io.vestnik.platform.channels.Octets;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandId;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.DataSmResp;
import io.vestnik.smpp.Decoded;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliverSmResp;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.Malformed;
import io.vestnik.smpp.OctetBuffer;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.SmppCodec;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.SubmitSmResp;
import io.vestnik.smpp.Tlvs;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Says what a PDU holds, field by field in the order of the wire (SMPP 3.4 §4); never that of a bind, which has a password. */
final class PduWords {
    private PduWords() {}

    /** The octets of a PDU under its own sequence number. */
    static Octets octets(Pdu pdu) {
        return octets(pdu, pdu.sequence());
    }

    /** The octets of a PDU under this sequence number. */
    static Octets octets(Pdu pdu, int sequence) {
        OctetBuffer buffer = new OctetBuffer();
        SmppCodec.encode(pdu, sequence, buffer);
        return Octets.of(buffer.toByteArray());
    }

    static Described of(Pdu pdu) {
        return of(pdu, octets(pdu));
    }

    /** What these octets are; empty when they are no PDU. */
    static Optional<Described> of(Octets octets) {
        Decoded decoded = SmppCodec.decode(octets.toArray(), 0, octets.size());
        return switch (decoded) {
            case Malformed _ -> Optional.empty();
            case Pdu pdu -> Optional.of(of(pdu, octets));
        };
    }

    private static Described of(Pdu pdu, Octets octets) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("command_length", Integer.toString(octets.size())));
        fields.add(new Field("command_id", hex(pdu.commandId()), CommandId.name(pdu.commandId())));
        if (pdu instanceof Pdu.Response response) {
            fields.add(new Field("command_status", hex(response.status()), CommandStatus.name(response.status())));
        }
        fields.add(Field.of("sequence_number", Integer.toUnsignedString(pdu.sequence())));
        body(pdu, fields);
        return new Described(CommandId.name(pdu.commandId()), octets, fields);
    }

    private static void body(Pdu pdu, List<Field> fields) {
        // Others carry nothing that belongs to one message.
        if (pdu instanceof SubmitSm submit) {
            message(new Message(submit), fields);
        } else if (pdu instanceof DeliverSm deliver) {
            message(new Message(deliver), fields);
            DeliveryReceipt.of(deliver).ifPresent(receipt -> receipt(receipt, fields));
        } else if (pdu instanceof DataSm data) {
            addresses(data.serviceType(), data.source(), data.destination(), fields);
            fields.add(PduBits.esmClass(data.esmClass()));
            fields.add(PduBits.registered(data.registeredDelivery()));
            fields.add(PduBits.dataCoding(data.dataCoding()));
            tlvs(data.tlvs(), fields);
        } else if (pdu instanceof SubmitSmResp resp) {
            answered(resp.messageId(), resp.tlvs(), fields);
        } else if (pdu instanceof DeliverSmResp resp) {
            answered(resp.messageId(), resp.tlvs(), fields);
        } else if (pdu instanceof DataSmResp resp) {
            answered(resp.messageId(), resp.tlvs(), fields);
        }
    }

    /** What submit_sm and deliver_sm have alike. */
    private record Message(
            String serviceType,
            Address source,
            Address destination,
            int esmClass,
            int[] small,
            String[] times,
            byte[] shortMessage,
            Tlvs tlvs) {
        Message(SubmitSm pdu) {
            this(
                    pdu.serviceType(),
                    pdu.source(),
                    pdu.destination(),
                    pdu.esmClass(),
                    new int[] {
                        pdu.protocolId(),
                        pdu.priority(),
                        pdu.registeredDelivery(),
                        pdu.replaceIfPresent(),
                        pdu.dataCoding(),
                        pdu.defaultMessageId()
                    },
                    new String[] {pdu.scheduleDeliveryTime(), pdu.validityPeriod()},
                    pdu.shortMessage(),
                    pdu.tlvs());
        }

        Message(DeliverSm pdu) {
            this(
                    pdu.serviceType(),
                    pdu.source(),
                    pdu.destination(),
                    pdu.esmClass(),
                    new int[] {
                        pdu.protocolId(),
                        pdu.priority(),
                        pdu.registeredDelivery(),
                        pdu.replaceIfPresent(),
                        pdu.dataCoding(),
                        pdu.defaultMessageId()
                    },
                    new String[] {pdu.scheduleDeliveryTime(), pdu.validityPeriod()},
                    pdu.shortMessage(),
                    pdu.tlvs());
        }
    }

    private static void message(Message pdu, List<Field> fields) {
        addresses(pdu.serviceType(), pdu.source(), pdu.destination(), fields);
        fields.add(PduBits.esmClass(pdu.esmClass()));
        fields.add(Field.of("protocol_id", Integer.toString(pdu.small()[0])));
        fields.add(Field.of("priority_flag", Integer.toString(pdu.small()[1])));
        fields.add(Field.of("schedule_delivery_time", quoted(pdu.times()[0])));
        fields.add(new Field("validity_period", quoted(pdu.times()[1]), PduBits.time(pdu.times()[1])));
        fields.add(PduBits.registered(pdu.small()[2]));
        fields.add(Field.of("replace_if_present_flag", Integer.toString(pdu.small()[3])));
        fields.add(PduBits.dataCoding(pdu.small()[4]));
        fields.add(Field.of("sm_default_msg_id", Integer.toString(pdu.small()[5])));
        fields.add(Field.of("sm_length", Integer.toString(pdu.shortMessage().length)));
        PduBits.content(pdu.shortMessage(), pdu.esmClass(), pdu.small()[4], fields);
        tlvs(pdu.tlvs(), fields);
    }

    private static void addresses(String serviceType, Address source, Address destination, List<Field> fields) {
        fields.add(Field.of("service_type", quoted(serviceType)));
        address("source", source, fields);
        address("dest", destination, fields);
    }

    private static void address(String end, Address address, List<Field> fields) {
        fields.add(new Field(end + "_addr_ton", Integer.toString(address.ton()), PduBits.ton(address.ton())));
        fields.add(new Field(end + "_addr_npi", Integer.toString(address.npi()), PduBits.npi(address.npi())));
        fields.add(Field.of(end.equals("dest") ? "destination_addr" : "source_addr", quoted(address.digits())));
    }

    private static void answered(String id, Tlvs tlvs, List<Field> fields) {
        fields.add(Field.of("message_id", quoted(id)));
        tlvs(tlvs, fields);
    }

    private static void tlvs(Tlvs tlvs, List<Field> fields) {
        tlvs.forEach((tag, value) -> fields.add(
                new Field("TLV 0x%04X".formatted(tag), HexFormat.of().formatHex(value), PduBits.tlv(tag, value))));
    }

    private static void receipt(DeliveryReceipt receipt, List<Field> fields) {
        fields.add(Field.of("id", receipt.messageId()));
        fields.add(new Field(
                "stat",
                receipt.stat(),
                receipt.state() == null ? null : receipt.state().name()));
        fields.add(Field.of("err", receipt.error()));
        if (receipt.submitDate() != null) {
            fields.add(Field.of("submit date", receipt.submitDate().toString()));
        }
        if (receipt.doneDate() != null) {
            fields.add(Field.of("done date", receipt.doneDate().toString()));
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String hex(int value) {
        return "0x%08X".formatted(value);
    }
}
