package io.vestnik.smpp;

/** The answer to {@link ReplaceSm}; it has no body. */
public record ReplaceSmResp(int sequence, int status) implements Pdu.Response {
    @Override
    public int commandId() {
        return CommandId.REPLACE_SM | CommandId.RESPONSE;
    }
}
