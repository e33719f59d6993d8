package io.vestnik.platform.senders.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of sender names. */
public interface SenderStore {
    /** Counts the commits that changed any of them. */
    long version();

    /** The names that may be used, by the time they were asked for, each with the networks to which. */
    Map<AccountId, Map<String, Set<String>>> approved();

    Optional<Sender> find(AccountId account, long id);

    Optional<Sender> find(AccountId account, String name);

    /** A name that nobody else changes, deletes or attaches papers to until the end of the transaction. */
    Optional<Sender> hold(AccountId account, long id);

    /** Newest first; {@code search} is a part of the name, without regard to case. */
    Slice<Sender> list(AccountId account, String search, @Nullable String after, int limit);

    int count(AccountId account);

    /** Adds a name; false when the account has asked for it before. */
    boolean add(AccountId account, Wanted wanted, Instant at);

    /**
     * A name that is asked for.
     *
     * @param answerer none where nobody answers
     * @param by who asks
     */
    record Wanted(
            SenderName name,
            SenderState state,
            Sender.Terms terms,
            @Nullable AccountId answerer,
            String by) {}

    /** Says something else of a name, if it is still as it was seen: 0 for whatever it is. */
    boolean change(AccountId account, long id, int seen, Sender.Terms terms);

    /** Lets a name wait for an answer as if it were asked for only now: the answer before it is no more. */
    void reopen(AccountId account, long id, String by, Instant at);

    /** Its number is proved: it waits for its answer or, where nobody answers, is approved. */
    void confirm(AccountId account, long id, Instant at);

    boolean delete(AccountId account, long id);
}
