package io.vestnik.smpp;

/** Command ids of SMPP 3.4 §5.1.2.1; an answer's id is its request's with bit 31 set. */
public final class CommandId {
    public static final int BIND_RECEIVER = 0x01;
    public static final int BIND_TRANSMITTER = 0x02;
    public static final int QUERY_SM = 0x03;
    public static final int SUBMIT_SM = 0x04;
    public static final int DELIVER_SM = 0x05;
    public static final int UNBIND = 0x06;
    public static final int REPLACE_SM = 0x07;
    public static final int CANCEL_SM = 0x08;
    public static final int BIND_TRANSCEIVER = 0x09;
    public static final int OUTBIND = 0x0B;
    public static final int ENQUIRE_LINK = 0x15;
    public static final int SUBMIT_MULTI = 0x21;
    public static final int ALERT_NOTIFICATION = 0x102;
    public static final int DATA_SM = 0x103;
    public static final int GENERIC_NACK = 0x8000_0000;

    /** The bit that makes an answer's id of a request's id. */
    public static final int RESPONSE = 0x8000_0000;

    private CommandId() {}

    /** The name as the standard writes it, such as {@code submit_sm_resp}, or the id in hex. */
    public static String name(int commandId) {
        String request = requestName(commandId & ~RESPONSE);
        if (commandId == GENERIC_NACK) {
            return "generic_nack";
        }
        if (request.isEmpty()) {
            return String.format("0x%08X", commandId);
        }
        return commandId < 0 ? request + "_resp" : request;
    }

    private static String requestName(int commandId) {
        return switch (commandId) {
            case BIND_RECEIVER -> "bind_receiver";
            case BIND_TRANSMITTER -> "bind_transmitter";
            case QUERY_SM -> "query_sm";
            case SUBMIT_SM -> "submit_sm";
            case DELIVER_SM -> "deliver_sm";
            case UNBIND -> "unbind";
            case REPLACE_SM -> "replace_sm";
            case CANCEL_SM -> "cancel_sm";
            case BIND_TRANSCEIVER -> "bind_transceiver";
            case OUTBIND -> "outbind";
            case ENQUIRE_LINK -> "enquire_link";
            case SUBMIT_MULTI -> "submit_multi";
            case ALERT_NOTIFICATION -> "alert_notification";
            case DATA_SM -> "data_sm";
            default -> "";
        };
    }
}
