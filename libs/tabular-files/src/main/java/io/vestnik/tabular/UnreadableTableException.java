package io.vestnik.tabular;

/** The file opened, but breaks off or crosses a limit further on; what was read before stands. */
public final class UnreadableTableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final String detail;

    UnreadableTableException(RefusalReason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    UnreadableTableException(RefusalReason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.detail = detail;
    }

    /** The same as a value, so that both moments of refusal share one answer. */
    public OpenResult.Refused refused() {
        return new OpenResult.Refused(reason, detail);
    }
}
