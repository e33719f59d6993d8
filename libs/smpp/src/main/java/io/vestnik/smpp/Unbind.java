package io.vestnik.smpp;

/** unbind (SMPP 3.4 §4.2): the sender wishes to end the session. */
public record Unbind(int sequence) implements Pdu.Request {
    /** One that the session numbers. */
    public Unbind() {
        this(0);
    }

    @Override
    public int commandId() {
        return CommandId.UNBIND;
    }

    @Override
    public UnbindResp refusal(int status) {
        return new UnbindResp(sequence, status);
    }
}
