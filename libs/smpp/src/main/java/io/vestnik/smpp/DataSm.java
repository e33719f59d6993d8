package io.vestnik.smpp;

/** data_sm (SMPP 3.4 §4.7), either way; its content is in {@link Tlv#MESSAGE_PAYLOAD}, addresses have at most 64 characters. */
public record DataSm(
        int sequence,
        String serviceType,
        Address source,
        Address destination,
        int esmClass,
        int registeredDelivery,
        int dataCoding,
        Tlvs tlvs)
        implements Pdu.Request {
    private static final byte[] EMPTY = {};

    public DataSm {
        Fields.text(serviceType, Fields.SERVICE_TYPE, "service_type");
        Fields.octets(esmClass, registeredDelivery, dataCoding);
    }

    /** The message_payload, empty where there is none. */
    public byte[] content() {
        return Fields.content(EMPTY, tlvs);
    }

    @Override
    public int commandId() {
        return CommandId.DATA_SM;
    }

    @Override
    public DataSmResp refusal(int status) {
        return new DataSmResp(sequence, status, "", Tlvs.NONE);
    }

    /** The answer that accepts it under an id of at most 64 characters. */
    public DataSmResp accepted(String messageId) {
        return new DataSmResp(sequence, CommandStatus.ESME_ROK, messageId, Tlvs.NONE);
    }
}
