package io.vestnik.smpp;

import java.util.List;

/** Gathers the fields that submit_sm, deliver_sm and submit_multi share; everything not said is empty or 0. */
public final class MessageBuilder {
    private int sequence;
    private String serviceType = "";
    private Address source = Address.NONE;
    private Address destination = Address.NONE;
    private int esmClass;
    private int protocolId;
    private int priority;
    private String scheduleDeliveryTime = "";
    private String validityPeriod = "";
    private int registeredDelivery;
    private int replaceIfPresent;
    private int dataCoding;
    private int defaultMessageId;
    private byte[] content = {};
    private Tlvs tlvs = Tlvs.NONE;

    private MessageBuilder() {}

    /** A message between two addresses. */
    public static MessageBuilder message(Address source, Address destination) {
        MessageBuilder builder = new MessageBuilder();
        builder.source = source;
        builder.destination = destination;
        return builder;
    }

    /** Only for a PDU that is not sent through a session: a session numbers its requests itself. */
    public MessageBuilder sequence(int value) {
        sequence = value;
        return this;
    }

    /** At most 5 characters. */
    public MessageBuilder serviceType(String value) {
        serviceType = value;
        return this;
    }

    /** Bits of {@link EsmClass}. */
    public MessageBuilder esmClass(int value) {
        esmClass = value;
        return this;
    }

    /** The GSM protocol identifier. */
    public MessageBuilder protocolId(int value) {
        protocolId = value;
        return this;
    }

    /** 0 to 3 by the standard. */
    public MessageBuilder priority(int value) {
        priority = value;
        return this;
    }

    /** When to deliver, as {@link SmppTime#format} writes it. */
    public MessageBuilder scheduleDeliveryTime(String value) {
        scheduleDeliveryTime = value;
        return this;
    }

    /** Until when to try, as {@link SmppTime#format} writes it. */
    public MessageBuilder validityPeriod(String value) {
        validityPeriod = value;
        return this;
    }

    /** Bits of {@link RegisteredDelivery}. */
    public MessageBuilder registeredDelivery(int value) {
        registeredDelivery = value;
        return this;
    }

    /** 1 replaces an earlier message of the same source, destination and service type. */
    public MessageBuilder replaceIfPresent(int value) {
        replaceIfPresent = value;
        return this;
    }

    /** The predefined message of the SMSC, 1 to 254. */
    public MessageBuilder defaultMessageId(int value) {
        defaultMessageId = value;
        return this;
    }

    /** The content in a {@link DataCoding}: up to 254 octets go to short_message, more to message_payload. */
    public MessageBuilder content(int coding, byte[] octets) {
        dataCoding = coding;
        content = octets;
        return this;
    }

    /** The optional parameters. */
    public MessageBuilder tlvs(Tlvs value) {
        tlvs = value;
        return this;
    }

    /** As submit_sm. */
    public SubmitSm submitSm() {
        return new SubmitSm(
                sequence,
                serviceType,
                source,
                destination,
                esmClass,
                protocolId,
                priority,
                scheduleDeliveryTime,
                validityPeriod,
                registeredDelivery,
                replaceIfPresent,
                dataCoding,
                defaultMessageId,
                shortMessage(),
                allTlvs());
    }

    /** As deliver_sm. */
    public DeliverSm deliverSm() {
        return new DeliverSm(
                sequence,
                serviceType,
                source,
                destination,
                esmClass,
                protocolId,
                priority,
                scheduleDeliveryTime,
                validityPeriod,
                registeredDelivery,
                replaceIfPresent,
                dataCoding,
                defaultMessageId,
                shortMessage(),
                allTlvs());
    }

    /** As submit_multi to these instead of the one destination. */
    public SubmitMulti submitMulti(List<Destination> destinations) {
        return new SubmitMulti(
                sequence,
                serviceType,
                source,
                destinations,
                esmClass,
                protocolId,
                priority,
                scheduleDeliveryTime,
                validityPeriod,
                registeredDelivery,
                replaceIfPresent,
                dataCoding,
                defaultMessageId,
                shortMessage(),
                allTlvs());
    }

    private byte[] shortMessage() {
        return content.length > Fields.SHORT_MESSAGE ? new byte[0] : content;
    }

    private Tlvs allTlvs() {
        return content.length > Fields.SHORT_MESSAGE ? tlvs.with(Tlv.MESSAGE_PAYLOAD, content) : tlvs;
    }
}
