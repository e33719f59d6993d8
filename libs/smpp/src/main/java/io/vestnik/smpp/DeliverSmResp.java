package io.vestnik.smpp;

/** The answer to {@link DeliverSm}; messageId is at most 64 characters, unused and empty by the standard. */
public record DeliverSmResp(int sequence, int status, String messageId, Tlvs tlvs) implements Pdu.Response {
    public DeliverSmResp {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
    }

    @Override
    public int commandId() {
        return CommandId.DELIVER_SM | CommandId.RESPONSE;
    }
}
