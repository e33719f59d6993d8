package io.vestnik.smpp;

/** The answer to {@link SubmitSm}; messageId is at most 64 characters, empty in a refusal. */
public record SubmitSmResp(int sequence, int status, String messageId, Tlvs tlvs) implements Pdu.Response {
    public SubmitSmResp {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
    }

    @Override
    public int commandId() {
        return CommandId.SUBMIT_SM | CommandId.RESPONSE;
    }
}
