package io.vestnik.smpp;

/** enquire_link (SMPP 3.4 §4.11): is the other side there. */
public record EnquireLink(int sequence) implements Pdu.Request {
    /** One that the session numbers. */
    public EnquireLink() {
        this(0);
    }

    @Override
    public int commandId() {
        return CommandId.ENQUIRE_LINK;
    }

    @Override
    public EnquireLinkResp refusal(int status) {
        return new EnquireLinkResp(sequence, status);
    }
}
