package io.vestnik.platform.kernel;

/**
 * The state of a message. It only moves forward: the moves are a table in the pipeline. Stored by its number, which
 * never changes.
 */
public enum MessageState {
    SCHEDULED(1, "scheduled", false),
    MODERATION(2, "moderation", false),
    AWAITING_PAYMENT(3, "awaiting_payment", false),
    QUEUED(4, "queued", false),
    SENDING(5, "sending", false),
    IN_DOUBT(6, "in_doubt", false),
    SENT(7, "sent", false),
    DELIVERED(8, "delivered", true),
    READ(9, "read", true),
    UNDELIVERED(10, "undelivered", true),
    EXPIRED(11, "expired", true),
    REJECTED(12, "rejected", true),
    CANCELLED(13, "cancelled", true);

    private static final MessageState[] BY_NUMBER = new MessageState[14];

    static {
        for (MessageState state : values()) {
            BY_NUMBER[state.number] = state;
        }
    }

    private final int number;
    private final String code;
    private final boolean last;

    MessageState(int number, String code, boolean last) {
        this.number = number;
        this.code = code;
        this.last = last;
    }

    public int number() {
        return number;
    }

    /** The name in the API and in style classes: lower case, such as {@code in_doubt}. */
    public String code() {
        return code;
    }

    /** Whether nothing is expected any more; a delivered message may still become read. */
    public boolean isFinal() {
        return last;
    }

    /** The state stored under this number; an unknown one is refused. */
    public static MessageState ofNumber(int number) {
        if (number < 1 || number >= BY_NUMBER.length) {
            throw new IllegalArgumentException("Not a state: " + number);
        }
        return BY_NUMBER[number];
    }

    /** The state of this name; an unknown one is refused. */
    public static MessageState ofCode(String code) {
        for (MessageState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state: " + code);
    }
}
