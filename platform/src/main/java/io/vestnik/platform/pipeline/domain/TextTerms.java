package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.OptionalInt;

/** For how many days the texts of messages are kept; what is gone does not come back when a term grows. */
public interface TextTerms {
    /** What an account without a term of its own goes by. */
    int usual();

    /** The account's own term; none where it goes by the usual one. */
    OptionalInt of(AccountId account);

    /**
     * Keeps the account's texts for so long from now on.
     *
     * @param days 1 to 3,650; none for the usual term
     */
    void keep(AccountId account, OptionalInt days);
}
