package io.vestnik.smpp;

/** query_sm (SMPP 3.4 §4.8): what became of a message; the source must be as it was in the submit. */
public record QuerySm(int sequence, String messageId, Address source) implements Pdu.Request {
    public QuerySm {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
        Fields.address(source, "source_addr");
    }

    @Override
    public int commandId() {
        return CommandId.QUERY_SM;
    }

    @Override
    public QuerySmResp refusal(int status) {
        return new QuerySmResp(sequence, status, messageId, "", 0, 0);
    }
}
