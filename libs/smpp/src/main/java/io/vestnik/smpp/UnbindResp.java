package io.vestnik.smpp;

/** The answer to {@link Unbind}; it has no body. */
public record UnbindResp(int sequence, int status) implements Pdu.Response {
    @Override
    public int commandId() {
        return CommandId.UNBIND | CommandId.RESPONSE;
    }
}
