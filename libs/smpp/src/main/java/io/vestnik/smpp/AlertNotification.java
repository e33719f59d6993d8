package io.vestnik.smpp;

/** alert_notification (SMPP 3.4 §4.12): a subscriber has become available; addresses have at most 64 characters. */
public record AlertNotification(int sequence, Address source, Address esme, Tlvs tlvs) implements Pdu.Notice {
    @Override
    public int commandId() {
        return CommandId.ALERT_NOTIFICATION;
    }
}
