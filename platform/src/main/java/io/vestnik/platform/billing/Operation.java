package io.vestnik.platform.billing;

import java.util.Locale;

/** What a transaction does for an account. Stored by its number, which never changes. */
public enum Operation {
    TOP_UP(1),
    HOLD(2),
    DEBIT(3),
    RELEASE(4),
    /** A debit as the payee sees it. */
    INCOME(5),
    /** A top-up taken back. */
    WITHDRAWAL(6);

    private final int number;

    Operation(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in bundles and addresses, such as {@code top_up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operation stored under this number; an unknown one is refused. */
    public static Operation ofNumber(int number) {
        for (Operation operation : values()) {
            if (operation.number == number) {
                return operation;
            }
        }
        throw new IllegalArgumentException("Not an operation: " + number);
    }
}
