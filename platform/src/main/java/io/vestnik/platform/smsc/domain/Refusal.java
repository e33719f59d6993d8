package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.smsc.wire.Fault;

/** Why a recipient gets nothing. */
enum Refusal {
    BAD_NUMBER(Fault.NUMBER, 22, 249),
    BAD_TEXT(Fault.PARAMETERS, 23, 253),
    BAD_SENDER(Fault.DENIED, 23, 254),
    CLOSED(Fault.DENIED, 23, 243),
    NO_WAY(Fault.DELIVERY, 25, 248),
    NO_MONEY(Fault.NO_MONEY, 24, 0),
    STOPPED(Fault.DELIVERY, 23, 250),
    OUTSIDE_HOURS(Fault.DELIVERY, 23, 246);

    @SuppressWarnings("ImmutableEnumChecker") // a record of a number and words
    private final Fault fault;

    private final int status;
    private final int error;

    Refusal(Fault fault, int status, int error) {
        this.fault = fault;
        this.status = status;
        this.error = error;
    }

    static Refusal of(Acceptance.Reason reason) {
        return switch (reason) {
            case BAD_RECIPIENT -> BAD_NUMBER;
            case EMPTY_TEXT, BAD_CHARACTERS, TOO_LONG -> BAD_TEXT;
            case SENDER_NOT_ALLOWED -> BAD_SENDER;
            case NO_PRICE, NO_ROUTE -> NO_WAY;
            case NO_MONEY -> NO_MONEY;
            case ACCOUNT_CLOSED -> CLOSED;
            case STOPPED, FOREIGN_NUMBER -> STOPPED;
            case OUTSIDE_HOURS -> OUTSIDE_HOURS;
        };
    }

    /** The answer where nobody gets anything. */
    Fault fault() {
        return fault;
    }

    /** The state that such a message would have. */
    int status() {
        return status;
    }

    /** The number of the failure. */
    int error() {
        return error;
    }
}
