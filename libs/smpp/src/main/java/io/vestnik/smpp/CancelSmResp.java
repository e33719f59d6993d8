package io.vestnik.smpp;

/** The answer to {@link CancelSm}; it has no body. */
public record CancelSmResp(int sequence, int status) implements Pdu.Response {
    @Override
    public int commandId() {
        return CommandId.CANCEL_SM | CommandId.RESPONSE;
    }
}
