package io.vestnik.platform.billing.domain;

/** The pockets of an account in the ledger. Stored by their number, which never changes. */
public enum EntryKind {
    /** What it may spend: the only one with a balance row. */
    AVAILABLE(1),
    /** What is taken and not yet owed: messages that may still fail. */
    HELD(2),
    /** What those below have paid it. */
    REVENUE(3),
    /** Where the money of top-ups came from, and goes when it is taken back; always at or below nothing. */
    SOURCE(4);

    private final int number;

    EntryKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The kind stored under this number; an unknown one is refused. */
    public static EntryKind ofNumber(int number) {
        for (EntryKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of entry: " + number);
    }
}
