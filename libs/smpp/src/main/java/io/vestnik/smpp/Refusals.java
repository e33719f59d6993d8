package io.vestnik.smpp;

import java.util.List;

/** The matching answer for a request of which little more than the header is known. */
final class Refusals {
    private Refusals() {}

    static Pdu.Response of(int commandId, int sequence, int status) {
        return switch (commandId) {
            case CommandId.SUBMIT_SM -> new SubmitSmResp(sequence, status, "", Tlvs.NONE);
            case CommandId.DELIVER_SM -> new DeliverSmResp(sequence, status, "", Tlvs.NONE);
            case CommandId.DATA_SM -> new DataSmResp(sequence, status, "", Tlvs.NONE);
            case CommandId.SUBMIT_MULTI -> new SubmitMultiResp(sequence, status, "", List.of(), Tlvs.NONE);
            case CommandId.QUERY_SM -> new QuerySmResp(sequence, status, "", "", 0, 0);
            case CommandId.CANCEL_SM -> new CancelSmResp(sequence, status);
            case CommandId.REPLACE_SM -> new ReplaceSmResp(sequence, status);
            case CommandId.BIND_TRANSMITTER -> new BindResp(sequence, status, BindMode.TRANSMITTER, "", Tlvs.NONE);
            case CommandId.BIND_RECEIVER -> new BindResp(sequence, status, BindMode.RECEIVER, "", Tlvs.NONE);
            case CommandId.BIND_TRANSCEIVER -> new BindResp(sequence, status, BindMode.TRANSCEIVER, "", Tlvs.NONE);
            default -> new GenericNack(sequence, status);
        };
    }
}
