package io.vestnik.platform.smsc.wire;

/**
 * Why a request is refused. What a number means differs between scripts; the words are English whatever the charset.
 *
 * @param code 1 to 10
 */
public record Fault(int code, String words) {
    public static final Fault PARAMETERS = new Fault(1, "parameters error");
    public static final Fault AUTHORISE = new Fault(2, "authorise error");
    public static final Fault NO_MONEY = new Fault(3, "no money");
    /** Of lists and of what is asked for by an id. */
    public static final Fault NOT_FOUND = new Fault(3, "record not found");

    public static final Fault BLOCKED = new Fault(4, "ip is temporarily blocked");
    /** Of times of sending. */
    public static final Fault TIME = new Fault(5, "invalid date format");
    /** Of changes. */
    public static final Fault FAILED = new Fault(5, "operation failed");

    public static final Fault DENIED = new Fault(6, "message is denied");
    public static final Fault NUMBER = new Fault(7, "invalid number");
    public static final Fault DELIVERY = new Fault(8, "can't to deliver");
    public static final Fault DUPLICATE = new Fault(9, "duplicate request, wait a minute");
    public static final Fault BUSY = new Fault(9, "too many concurrent requests");
    public static final Fault LIMIT = new Fault(10, "message limit exceeded");
}
