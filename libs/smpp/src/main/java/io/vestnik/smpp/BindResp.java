package io.vestnik.smpp;

/** The answer to a bind (SMPP 3.4 §4.1.2); systemId is the SMSC's, at most 64 characters. */
public record BindResp(int sequence, int status, BindMode mode, String systemId, Tlvs tlvs) implements Pdu.Response {
    public BindResp {
        Fields.text(systemId, Fields.CREDENTIAL, "system_id");
    }

    @Override
    public int commandId() {
        return mode.commandId() | CommandId.RESPONSE;
    }
}
