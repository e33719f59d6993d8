package io.vestnik.smpp;

/** replace_sm (SMPP 3.4 §4.10): other text and times for a message that has not left yet; at most 254 octets. */
public record ReplaceSm(
        int sequence,
        String messageId,
        Address source,
        String scheduleDeliveryTime,
        String validityPeriod,
        int registeredDelivery,
        int defaultMessageId,
        byte[] shortMessage)
        implements Pdu.Request {
    public ReplaceSm {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
        Fields.address(source, "source_addr");
        Fields.text(scheduleDeliveryTime, Fields.TIME, "schedule_delivery_time");
        Fields.text(validityPeriod, Fields.TIME, "validity_period");
        Fields.octets(registeredDelivery, defaultMessageId);
        Fields.shortMessage(shortMessage);
    }

    @Override
    public int commandId() {
        return CommandId.REPLACE_SM;
    }

    @Override
    public ReplaceSmResp refusal(int status) {
        return new ReplaceSmResp(sequence, status);
    }

    /** Names the message and the size, never the text. */
    @Override
    public String toString() {
        return "ReplaceSm[" + messageId + ", " + shortMessage.length + " octets, sequence=" + sequence + "]";
    }
}
