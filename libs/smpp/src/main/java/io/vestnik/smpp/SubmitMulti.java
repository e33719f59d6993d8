package io.vestnik.smpp;

import java.util.List;

/**
 * submit_multi (SMPP 3.4 §4.5): one message to 1 to 255 addresses or distribution lists.
 *
 * @param serviceType at most 5 characters, mostly empty
 * @param shortMessage at most 254 octets; longer content travels in {@link Tlv#MESSAGE_PAYLOAD}
 */
public record SubmitMulti(
        int sequence,
        String serviceType,
        Address source,
        List<Destination> destinations,
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
    public SubmitMulti {
        destinations = List.copyOf(destinations);
        if (destinations.isEmpty() || destinations.size() > 255) {
            throw new IllegalArgumentException("submit_multi takes 1 to 255 destinations, not " + destinations.size());
        }
        for (Destination destination : destinations) {
            if (destination instanceof Address address) {
                Fields.address(address, "destination_addr");
            }
        }
        Fields.text(serviceType, Fields.SERVICE_TYPE, "service_type");
        Fields.text(scheduleDeliveryTime, Fields.TIME, "schedule_delivery_time");
        Fields.text(validityPeriod, Fields.TIME, "validity_period");
        Fields.address(source, "source_addr");
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
        return CommandId.SUBMIT_MULTI;
    }

    @Override
    public SubmitMultiResp refusal(int status) {
        return new SubmitMultiResp(sequence, status, "", List.of(), Tlvs.NONE);
    }

    /** Names the source and the sizes, never the text or the recipients. */
    @Override
    public String toString() {
        return "SubmitMulti[" + source + " to " + destinations.size() + ", " + shortMessage.length + " octets, coding "
                + dataCoding + ", sequence=" + sequence + "]";
    }
}
