package io.vestnik.smpp;

/** What a session may do (SMPP 3.4 §2.2). */
public enum BindMode {
    TRANSMITTER(CommandId.BIND_TRANSMITTER),
    RECEIVER(CommandId.BIND_RECEIVER),
    TRANSCEIVER(CommandId.BIND_TRANSCEIVER);

    private final int commandId;

    BindMode(int commandId) {
        this.commandId = commandId;
    }

    int commandId() {
        return commandId;
    }

    /** Whether the client may submit. */
    public boolean transmits() {
        return this != RECEIVER;
    }

    /** Whether the SMSC may deliver. */
    public boolean receives() {
        return this != TRANSMITTER;
    }
}
