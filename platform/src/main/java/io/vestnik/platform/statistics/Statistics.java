package io.vestnik.platform.statistics;

import io.vestnik.platform.kernel.AccountId;

/** General figures of messages out of counters that are kept as facts arrive: nothing is counted when they are asked for. */
public interface Statistics {
    /** Lines that a report tells at most. */
    int MOST_LINES = 10_000;

    /** Days that a question may be about at most. */
    int MOST_DAYS = 1_831;

    /** Days that may be cut into hours: nobody can read more of them. */
    int MOST_DAYS_OF_HOURS = 31;

    /** What the account's messages come to, or those of accounts that it serves: of others nothing is told. */
    Answer ask(AccountId account, Question question);

    /** A {@link Report}, or why there is none. */
    sealed interface Answer permits Report, Refused {}

    /** There is no report of it. */
    record Refused(Reason reason) implements Answer {}

    /** Why something is not told. */
    enum Reason {
        /** More days than {@link #MOST_DAYS}, or more than {@link #MOST_DAYS_OF_HOURS} by the hour. */
        TOO_LONG,
        /** Hours are counted without regions. */
        HOURS_OF_A_REGION,
        /** Mailings, tags and authors are those of one account. */
        MAILINGS_OF_SEVERAL,
        /** The account is not served by the one that asks. */
        NOT_BELOW
    }
}
