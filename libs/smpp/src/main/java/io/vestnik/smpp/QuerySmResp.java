package io.vestnik.smpp;

/**
 * The answer to {@link QuerySm}.
 *
 * @param finalDate empty until the message is final, else as {@link SmppTime} writes it
 * @param messageState a code of {@link MessageState}
 * @param errorCode the network's error, 0 where there is none
 */
public record QuerySmResp(int sequence, int status, String messageId, String finalDate, int messageState, int errorCode)
        implements Pdu.Response {
    public QuerySmResp {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
        Fields.text(finalDate, Fields.TIME, "final_date");
        Fields.octets(messageState, errorCode);
    }

    @Override
    public int commandId() {
        return CommandId.QUERY_SM | CommandId.RESPONSE;
    }
}
