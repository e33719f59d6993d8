package io.vestnik.smpp;

/** cancel_sm (SMPP 3.4 §4.9): by id, or, with an empty id, all of a service type from a source to a destination. */
public record CancelSm(int sequence, String serviceType, String messageId, Address source, Address destination)
        implements Pdu.Request {
    public CancelSm {
        Fields.text(serviceType, Fields.SERVICE_TYPE, "service_type");
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
        Fields.address(source, "source_addr");
        Fields.address(destination, "destination_addr");
    }

    @Override
    public int commandId() {
        return CommandId.CANCEL_SM;
    }

    @Override
    public CancelSmResp refusal(int status) {
        return new CancelSmResp(sequence, status);
    }
}
