package io.vestnik.bench.chaos;

/**
 * Something that must not be.
 *
 * @param recipient whom the message was for, empty where it is about no single one
 */
record Fault(Kind kind, String recipient, String what) {

    /** What it means for the one who sends. */
    enum Kind {
        /** Taken, and not carried to its end or not rightly told of. */
        LOST,
        /** Carried twice, or carried though nobody had taken it. */
        DOUBLED,
        /** Refused for nothing that the sender did, or never answered. */
        REFUSED,
        /** Its end was not told to the program that wants to know. */
        UNTOLD,
        /** More in doubt than what was broken explains. */
        DOUBT,
        /** A sum that does not come out. */
        LEDGER,
        /** A report that tells otherwise than the messages. */
        COUNTERS
    }

    static Fault of(Kind kind, String what) {
        return new Fault(kind, "", what);
    }
}
