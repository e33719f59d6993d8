package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Optional;

/** What accounts want done about inbound messages. */
public interface RuleStore {
    /** Changes with every commit that changes what there is. */
    long version();

    /** The rules of all accounts. */
    List<KeywordRule> all();

    /** Those of the account, by number and word. */
    List<KeywordRule> list(AccountId account);

    Optional<KeywordRule> find(AccountId account, long id);

    /** Begins a change: whoever else changes rules waits for its commit. */
    void begin();

    /** Whether another one of the account is about the same word of the same number. */
    boolean taken(AccountId account, KeywordRule rule);

    /** Stores a new one and tells its id. */
    long add(AccountId account, KeywordRule rule);

    /** Changes one that nobody has changed since; false where somebody has. */
    boolean change(AccountId account, KeywordRule rule);

    boolean remove(AccountId account, long id);
}
