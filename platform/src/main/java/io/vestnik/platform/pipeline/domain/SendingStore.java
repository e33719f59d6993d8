package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingTerms;
import java.util.List;
import java.util.Optional;

/** What accounts have settled about their sending. */
public interface SendingStore {
    /**
     * One account's own terms.
     *
     * @param version 1 and up; grows with each change
     * @param below whether accounts below that have settled nothing go by them too
     */
    record Settled(AccountId account, int version, SendingTerms terms, boolean below) {}

    /** Grows with each commit that changes anything. */
    long version();

    List<Settled> all();

    Optional<Settled> find(AccountId account);

    /**
     * Keeps them as the next version.
     *
     * @param seen the version that they were made from; 0 where there was none
     * @return whether that is still the one that is kept
     */
    boolean keep(AccountId account, int seen, SendingTerms terms, boolean below);

    /** Lets the account go by what is handed down to it; whether that version is still the one that is kept. */
    boolean forget(AccountId account, int seen);
}
