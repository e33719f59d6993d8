package io.vestnik.platform.webhooks;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.SendingTerms;
import org.jspecify.annotations.Nullable;

/** States of messages as the numbers that programs made for SMSC know. */
public final class SmscStatus {
    public static final int DELIVERED = 1;
    /** Delivered, and its link was followed. */
    public static final int CLICKED = 4;

    private static final int STOPPED = -2;
    private static final int WAITING = -1;
    private static final int PASSED = 0;
    private static final int READ = 2;
    private static final int EXPIRED = 3;
    private static final int UNDELIVERABLE = 20;
    private static final int BAD_NUMBER = 22;
    private static final int FORBIDDEN = 23;

    /** Our word for a recipient who is on a stop-list. */
    private static final String STOP_LIST = "stopped";

    private static final int NOBODY = 1;
    private static final int OFFLINE = 6;
    private static final int NO_SERVICE = 11;
    private static final int HANDSET = 12;
    private static final int BARRED = 13;
    private static final int NOT_SUPPORTED = 21;
    private static final int QUEUE_FULL = 220;
    private static final int BAD_FORMAT = 249;
    private static final int FORBIDDEN_BY_ACCOUNT = 250;
    private static final int SENDER_UNKNOWN = 254;
    /** Sent in test mode: nobody got it. */
    private static final int VIRTUAL = 200;
    /** No state came within its time. */
    private static final int NO_STATE = 245;
    /** Refused without details. */
    private static final int NO_DETAILS = 255;

    private SmscStatus() {}

    /**
     * The number of a state.
     *
     * @param error the network's code or our own word; none where there is none
     */
    public static int of(MessageState state, @Nullable String error) {
        return switch (state) {
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED -> WAITING;
            case SENDING, IN_DOUBT, SENT -> PASSED;
            case DELIVERED -> DELIVERED;
            case READ -> READ;
            case EXPIRED -> EXPIRED;
            case UNDELIVERED -> UNDELIVERABLE;
            case REJECTED -> rejected(error == null ? "" : error);
            case CANCELLED -> STOPPED;
        };
    }

    /** By command_status, SMPP 3.4 §5.1.3. */
    private static int rejected(String error) {
        return switch (error) {
            case "11", "80", "81" -> BAD_NUMBER;
            case "10", "72", "73", "101", "102", STOP_LIST -> FORBIDDEN;
            default -> UNDELIVERABLE;
        };
    }

    /** The number of a failure, 1 to 255: by what it means, for networks and their answers number failures in their own ways. */
    public static int error(MessageState state, String error) {
        return switch (error) {
            case SendingTerms.VIRTUAL -> VIRTUAL;
            case "lifetime" -> NO_STATE;
            case STOP_LIST -> FORBIDDEN_BY_ACCOUNT;
            default -> state == MessageState.REJECTED ? ofAnswer(error) : ofReceipt(error);
        };
    }

    /** By command_status, SMPP 3.4 §5.1.3. */
    private static int ofAnswer(String error) {
        return switch (error) {
            case "11", "80", "81" -> BAD_FORMAT;
            case "10", "72", "73" -> SENDER_UNKNOWN;
            case "8", "20", "88", "100" -> QUEUE_FULL;
            default -> NO_DETAILS;
        };
    }

    /** By the error codes of GSM networks, 3GPP 29.002 §17.6.6, as most of them put them into receipts; the list has some under their own numbers. */
    private static int ofReceipt(String error) {
        return switch (error.replaceFirst("^0+", "")) {
            case "1", "5", "9" -> NOBODY;
            case "6", "27", "31" -> OFFLINE;
            case "10", "11" -> NO_SERVICE;
            case "12", "32" -> HANDSET;
            case "13" -> BARRED;
            case "21" -> NOT_SUPPORTED;
            default -> NO_DETAILS;
        };
    }
}
