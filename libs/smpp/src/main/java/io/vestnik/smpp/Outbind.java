package io.vestnik.smpp;

/** outbind (SMPP 3.4 §4.1.7): an SMSC asks an ESME to bind as a receiver; the password never shows in {@code toString}. */
public record Outbind(int sequence, String systemId, String password) implements Pdu.Notice {
    public Outbind {
        Fields.text(systemId, Fields.CREDENTIAL, "system_id");
        Fields.text(password, Fields.CREDENTIAL, "password");
    }

    @Override
    public int commandId() {
        return CommandId.OUTBIND;
    }

    @Override
    public String toString() {
        return "Outbind[systemId=" + systemId + ", sequence=" + sequence + "]";
    }
}
