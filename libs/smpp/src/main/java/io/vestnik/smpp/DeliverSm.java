package io.vestnik.smpp;

/**
 * deliver_sm (SMPP 3.4 §4.6): an inbound message or a receipt from the SMSC to an ESME. Made by {@link MessageBuilder}.
 *
 * @param serviceType at most 5 characters, mostly empty
 * @param scheduleDeliveryTime empty, or as {@link SmppTime} writes it
 * @param validityPeriod empty, or as {@link SmppTime} writes it
 * @param shortMessage at most 254 octets; longer content travels in {@link Tlv#MESSAGE_PAYLOAD}
 */
public record DeliverSm(
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
    public DeliverSm {
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
        return CommandId.DELIVER_SM;
    }

    @Override
    public DeliverSmResp refusal(int status) {
        return new DeliverSmResp(sequence, status, "", Tlvs.NONE);
    }

    /** The answer that accepts it. */
    public DeliverSmResp accepted() {
        return new DeliverSmResp(sequence, CommandStatus.ESME_ROK, "", Tlvs.NONE);
    }

    /** Names the ends and the size, never the text. */
    @Override
    public String toString() {
        return "DeliverSm[" + source + " to " + destination + ", " + shortMessage.length + " octets, coding "
                + dataCoding + ", sequence=" + sequence + "]";
    }
}
