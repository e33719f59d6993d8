package io.vestnik.smpp;

/**
 * submit_sm (SMPP 3.4 §4.4): a message from an ESME to the SMSC. Made by {@link MessageBuilder}.
 *
 * @param serviceType at most 5 characters, mostly empty
 * @param scheduleDeliveryTime empty, or as {@link SmppTime} writes it
 * @param validityPeriod empty, or as {@link SmppTime} writes it
 * @param shortMessage at most 254 octets; longer content travels in {@link Tlv#MESSAGE_PAYLOAD}
 */
public record SubmitSm(
        int sequence,
        String serviceType,
        Address source,
        Address destination,
        int esmClass,
        int protocolId,
        int priority,
        String scheduleDeliveryTime,
        String validityPeriod,
        int registeredDelivery,
        int replaceIfPresent,
        int dataCoding,
        int defaultMessageId,
        byte[] shortMessage,
        Tlvs tlvs)
        implements Pdu.Request {
    public SubmitSm {
        Fields.text(serviceType, Fields.SERVICE_TYPE, "service_type");
        Fields.text(scheduleDeliveryTime, Fields.TIME, "schedule_delivery_time");
        Fields.text(validityPeriod, Fields.TIME, "validity_period");
        Fields.address(source, "source_addr");
        Fields.address(destination, "destination_addr");
        Fields.octets(
                esmClass, protocolId, priority, registeredDelivery, replaceIfPresent, dataCoding, defaultMessageId);
        Fields.shortMessage(shortMessage);
    }

    /** What the message says: short_message, or message_payload where that is used instead. */
    public byte[] content() {
        return Fields.content(shortMessage, tlvs);
    }

    @Override
    public int commandId() {
        return CommandId.SUBMIT_SM;
    }

    @Override
    public SubmitSmResp refusal(int status) {
        return new SubmitSmResp(sequence, status, "", Tlvs.NONE);
    }

    /** The answer that accepts it under an id of at most 64 characters. */
    public SubmitSmResp accepted(String messageId) {
        return new SubmitSmResp(sequence, CommandStatus.ESME_ROK, messageId, Tlvs.NONE);
    }

    /** Names the ends and the size, never the text. */
    @Override
    public String toString() {
        return "SubmitSm[" + source + " to " + destination + ", " + shortMessage.length + " octets, coding "
                + dataCoding + ", sequence=" + sequence + "]";
    }
}
