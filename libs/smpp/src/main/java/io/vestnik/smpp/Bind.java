package io.vestnik.smpp;

/**
 * bind_transmitter, bind_receiver or bind_transceiver (SMPP 3.4 §4.1); the password never shows in {@code toString}.
 *
 * @param systemId at most 64 characters: the standard says 15, networks give out longer ones
 * @param password at most 64 characters: the standard says 8, networks give out longer ones
 * @param interfaceVersion 0x34 for SMPP 3.4
 * @param addressRange TON, NPI and a pattern of at most 40 characters
 */
public record Bind(
        int sequence,
        BindMode mode,
        String systemId,
        String password,
        String systemType,
        int interfaceVersion,
        Address addressRange)
        implements Pdu.Request {
    public Bind {
        Fields.text(systemId, Fields.CREDENTIAL, "system_id");
        Fields.text(password, Fields.CREDENTIAL, "password");
        Fields.text(systemType, Fields.SYSTEM_TYPE, "system_type");
        Fields.octet(interfaceVersion, "interface_version");
        Fields.text(addressRange.digits(), Fields.ADDRESS_RANGE, "address_range");
    }

    @Override
    public int commandId() {
        return mode.commandId();
    }

    @Override
    public BindResp refusal(int status) {
        return new BindResp(sequence, status, mode, "", Tlvs.NONE);
    }

    @Override
    public String toString() {
        return "Bind[" + mode + ", systemId=" + systemId + ", sequence=" + sequence + "]";
    }
}
