package io.vestnik.platform.senders.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.Verdict;
import java.time.Instant;
import java.util.List;

/** The rows of papers. */
public interface PaperStore {
    /** All of the account, in the order in which they were attached. */
    List<Paper> list(AccountId account);

    /** How many the account has; nobody else attaches one until the end of the transaction. */
    int countAndHold(AccountId account);

    /** How many there are about the name. */
    int count(AccountId account, long sender);

    /** Its id. */
    long add(AccountId account, Paper paper);

    /** Gives a paper its verdict; false when it is not there. */
    boolean judge(AccountId account, long paper, Judgement judgement, Instant at);

    /**
     * A verdict.
     *
     * @param words beside it; may be empty
     * @param by who gives it
     */
    record Judgement(Verdict verdict, String words, String by) {}

    void delete(AccountId account, long paper);
}
