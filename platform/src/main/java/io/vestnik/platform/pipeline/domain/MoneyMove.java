package io.vestnik.platform.pipeline.domain;

/** What happens to a hold when a message moves. */
enum MoneyMove {
    NONE,
    DEBIT,
    RELEASE,
    /** What was given back is taken after all. */
    CORRECT
}
