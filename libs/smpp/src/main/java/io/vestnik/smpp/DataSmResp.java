package io.vestnik.smpp;

/** The answer to {@link DataSm}; messageId is at most 64 characters, empty in a refusal. */
public record DataSmResp(int sequence, int status, String messageId, Tlvs tlvs) implements Pdu.Response {
    public DataSmResp {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
    }

    @Override
    public int commandId() {
        return CommandId.DATA_SM | CommandId.RESPONSE;
    }
}
