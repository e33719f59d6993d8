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
            case "11" -> BAD_NUMBER;
            case "10", "101", "102", "stopped" -> FORBIDDEN;
            default -> UNDELIVERABLE;
        };
    }

    /** The number of a failure, 1 to 255. */
    public static int error(String error) {
        if (error.matches("[1-9]\\d{0,2}") && Integer.parseInt(error) < NO_DETAILS) {
            return Integer.parseInt(error);
        }
        return switch (error) {
            case SendingTerms.VIRTUAL -> VIRTUAL;
            case "lifetime" -> NO_STATE;
            default -> NO_DETAILS;
        };
    }
}
