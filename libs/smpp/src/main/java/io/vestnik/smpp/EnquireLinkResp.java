package io.vestnik.smpp;

/** The answer to {@link EnquireLink}; it has no body. */
public record EnquireLinkResp(int sequence, int status) implements Pdu.Response {
    @Override
    public int commandId() {
        return CommandId.ENQUIRE_LINK | CommandId.RESPONSE;
    }
}
