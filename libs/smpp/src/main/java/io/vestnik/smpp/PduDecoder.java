package io.vestnik.smpp;

import io.vestnik.smpp.SubmitMultiResp.Unsuccessful;
import java.util.ArrayList;
import java.util.List;

/** Reads PDUs one after the other; not for several threads at a time. */
final class PduDecoder {
    private final PduReader in = new PduReader();

    /** Reads one whole frame, its length already checked against what is there. */
    Decoded decode(byte[] octets, int offset, int length) {
        if (length < SmppCodec.HEADER) {
            return new Malformed(0, 0, CommandStatus.ESME_RINVCMDLEN, 0, "command_length is " + length);
        }
        int command = (int) OctetBuffer.INT.get(octets, offset + 4);
        int status = (int) OctetBuffer.INT.get(octets, offset + 8);
        int sequence = (int) OctetBuffer.INT.get(octets, offset + 12);
        in.over(octets, offset + SmppCodec.HEADER, offset + length);
        Decoded pdu = command < 0 ? response(command, status, sequence) : request(command, sequence);
        Malformed malformed = in.malformed(command, sequence, command < 0 ? status : 0);
        return malformed == null ? pdu : malformed;
    }

    private Decoded request(int command, int sequence) {
        return switch (command) {
            case CommandId.SUBMIT_SM -> submitSm(sequence);
            case CommandId.DELIVER_SM -> deliverSm(sequence);
            case CommandId.ENQUIRE_LINK -> new EnquireLink(sequence);
            case CommandId.UNBIND -> new Unbind(sequence);
            case CommandId.BIND_TRANSMITTER -> bind(BindMode.TRANSMITTER, sequence);
            case CommandId.BIND_RECEIVER -> bind(BindMode.RECEIVER, sequence);
            case CommandId.BIND_TRANSCEIVER -> bind(BindMode.TRANSCEIVER, sequence);
            case CommandId.DATA_SM -> dataSm(sequence);
            case CommandId.SUBMIT_MULTI -> submitMulti(sequence);
            case CommandId.QUERY_SM -> new QuerySm(sequence, messageId(), in.source());
            case CommandId.CANCEL_SM ->
                new CancelSm(sequence, serviceType(), messageId(), in.source(), in.destination());
            case CommandId.REPLACE_SM -> replaceSm(sequence);
            case CommandId.OUTBIND -> new Outbind(sequence, systemId(), password());
            case CommandId.ALERT_NOTIFICATION ->
                new AlertNotification(
                        sequence,
                        in.address(Fields.DATA_ADDRESS, CommandStatus.ESME_RINVSRCADR, "source_addr"),
                        in.address(Fields.DATA_ADDRESS, CommandStatus.ESME_RINVDSTADR, "esme_addr"),
                        in.tlvs());
            default -> unknown(command, sequence, 0);
        };
    }

    private Decoded response(int command, int status, int sequence) {
        return switch (command & ~CommandId.RESPONSE) {
            case CommandId.SUBMIT_SM -> new SubmitSmResp(sequence, status, answeredId(), in.tolerantTlvs());
            case CommandId.DELIVER_SM -> new DeliverSmResp(sequence, status, answeredId(), in.tolerantTlvs());
            case CommandId.DATA_SM -> new DataSmResp(sequence, status, answeredId(), in.tolerantTlvs());
            case CommandId.ENQUIRE_LINK -> new EnquireLinkResp(sequence, status);
            case CommandId.UNBIND -> new UnbindResp(sequence, status);
            case CommandId.BIND_TRANSMITTER -> bindResp(BindMode.TRANSMITTER, status, sequence);
            case CommandId.BIND_RECEIVER -> bindResp(BindMode.RECEIVER, status, sequence);
            case CommandId.BIND_TRANSCEIVER -> bindResp(BindMode.TRANSCEIVER, status, sequence);
            case CommandId.SUBMIT_MULTI -> submitMultiResp(status, sequence);
            case CommandId.QUERY_SM -> querySmResp(status, sequence);
            case CommandId.CANCEL_SM -> new CancelSmResp(sequence, status);
            case CommandId.REPLACE_SM -> new ReplaceSmResp(sequence, status);
            case 0 -> new GenericNack(sequence, status);
            default -> unknown(command, sequence, status);
        };
    }

    private static Malformed unknown(int command, int sequence, int answered) {
        return new Malformed(command, sequence, CommandStatus.ESME_RINVCMDID, answered, "command_id is unknown");
    }

    private Pdu submitSm(int sequence) {
        return new SubmitSm(
                sequence,
                serviceType(),
                in.source(),
                in.destination(),
                in.octet("esm_class"),
                in.octet("protocol_id"),
                in.octet("priority_flag"),
                schedule(),
                validity(),
                in.octet("registered_delivery"),
                in.octet("replace_if_present_flag"),
                in.octet("data_coding"),
                in.octet("sm_default_msg_id"),
                in.shortMessage(),
                in.tlvsAfterText());
    }

    private Pdu deliverSm(int sequence) {
        return new DeliverSm(
                sequence,
                serviceType(),
                in.source(),
                in.destination(),
                in.octet("esm_class"),
                in.octet("protocol_id"),
                in.octet("priority_flag"),
                schedule(),
                validity(),
                in.octet("registered_delivery"),
                in.octet("replace_if_present_flag"),
                in.octet("data_coding"),
                in.octet("sm_default_msg_id"),
                in.shortMessage(),
                in.tlvsAfterText());
    }

    private Pdu submitMulti(int sequence) {
        String service = serviceType();
        Address source = in.source();
        List<Destination> destinations = destinations();
        return new SubmitMulti(
                sequence,
                service,
                source,
                destinations.isEmpty() ? List.of(Address.NONE) : destinations,
                in.octet("esm_class"),
                in.octet("protocol_id"),
                in.octet("priority_flag"),
                schedule(),
                validity(),
                in.octet("registered_delivery"),
                in.octet("replace_if_present_flag"),
                in.octet("data_coding"),
                in.octet("sm_default_msg_id"),
                in.shortMessage(),
                in.tlvsAfterText());
    }

    private List<Destination> destinations() {
        int count = in.octet("number_of_dests");
        if (count == 0) {
            in.fail(CommandStatus.ESME_RINVNUMDESTS, "number_of_dests is 0");
        }
        List<Destination> destinations = new ArrayList<>();
        for (int i = 0; i < count && in.fault() == 0; i++) {
            switch (in.octet("dest_flag")) {
                case 1 -> destinations.add(in.destination());
                case 2 -> {
                    String name = in.text(Fields.ADDRESS, CommandStatus.ESME_RINVDLNAME, "dl_name");
                    if (name.isEmpty()) {
                        in.fail(CommandStatus.ESME_RINVDLNAME, "dl_name is empty");
                    } else {
                        destinations.add(new DistributionList(name));
                    }
                }
                default -> in.fail(CommandStatus.ESME_RINVDESTFLAG, "dest_flag is neither 1 nor 2");
            }
        }
        return destinations;
    }

    private Pdu submitMultiResp(int status, int sequence) {
        String messageId = answeredId();
        List<Unsuccessful> unsuccessful = new ArrayList<>();
        int count = in.isAtEnd() ? 0 : in.octet("no_unsuccess");
        for (int i = 0; i < count && in.fault() == 0; i++) {
            unsuccessful.add(new Unsuccessful(in.destination(), in.number("error_status_code")));
        }
        return new SubmitMultiResp(sequence, status, messageId, unsuccessful, in.tolerantTlvs());
    }

    private Pdu dataSm(int sequence) {
        return new DataSm(
                sequence,
                serviceType(),
                in.address(Fields.DATA_ADDRESS, CommandStatus.ESME_RINVSRCADR, "source_addr"),
                in.address(Fields.DATA_ADDRESS, CommandStatus.ESME_RINVDSTADR, "destination_addr"),
                in.octet("esm_class"),
                in.octet("registered_delivery"),
                in.octet("data_coding"),
                in.tlvs());
    }

    private Pdu replaceSm(int sequence) {
        return new ReplaceSm(
                sequence,
                messageId(),
                in.source(),
                schedule(),
                validity(),
                in.octet("registered_delivery"),
                in.octet("sm_default_msg_id"),
                in.shortMessage());
    }

    private Pdu bind(BindMode mode, int sequence) {
        String systemId = systemId();
        String password = password();
        String type = in.text(Fields.SYSTEM_TYPE, CommandStatus.ESME_RINVSYSTYP, "system_type");
        int version = in.octet("interface_version");
        Address range = in.address(Fields.ADDRESS_RANGE, CommandStatus.ESME_RINVPARLEN, "address_range");
        return new Bind(sequence, mode, systemId, password, type, version, range);
    }

    private Pdu bindResp(BindMode mode, int status, int sequence) {
        String systemId = in.tolerantText(Fields.CREDENTIAL, "system_id");
        return new BindResp(sequence, status, mode, systemId, in.tolerantTlvs());
    }

    private Pdu querySmResp(int status, int sequence) {
        String messageId = answeredId();
        if (in.isAtEnd() && status != CommandStatus.ESME_ROK) {
            return new QuerySmResp(sequence, status, messageId, "", 0, 0);
        }
        String finalDate = in.text(Fields.TIME, CommandStatus.ESME_RINVPARLEN, "final_date");
        int state = in.octet("message_state");
        return new QuerySmResp(sequence, status, messageId, finalDate, state, in.octet("error_code"));
    }

    private String answeredId() {
        return in.tolerantText(Fields.MESSAGE_ID, "message_id");
    }

    private String messageId() {
        return in.text(Fields.MESSAGE_ID, CommandStatus.ESME_RINVMSGID, "message_id");
    }

    private String serviceType() {
        return in.text(Fields.SERVICE_TYPE, CommandStatus.ESME_RINVSERTYP, "service_type");
    }

    private String schedule() {
        return in.text(Fields.TIME, CommandStatus.ESME_RINVSCHED, "schedule_delivery_time");
    }

    private String validity() {
        return in.text(Fields.TIME, CommandStatus.ESME_RINVEXPIRY, "validity_period");
    }

    private String systemId() {
        return in.text(Fields.CREDENTIAL, CommandStatus.ESME_RINVSYSID, "system_id");
    }

    private String password() {
        return in.text(Fields.CREDENTIAL, CommandStatus.ESME_RINVPASWD, "password");
    }
}
