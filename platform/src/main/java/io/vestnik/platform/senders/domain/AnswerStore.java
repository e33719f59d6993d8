package io.vestnik.platform.senders.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of sender names as whoever answers for them sees them: those of accounts below. */
public interface AnswerStore {
    /** Those of the accounts that answer for the names below them. */
    Set<AccountId> answering(Collection<AccountId> accounts);

    /** Lets an account answer for the names below it, or no more. */
    void answer(AccountId account, boolean wanted);

    /** A name for which the account answers. */
    Optional<Sender> find(AccountId answerer, long id);

    /** Those that match, in the order that is asked for. */
    Slice<Sender> list(AccountId answerer, Listing listing, @Nullable String after, int limit);

    /**
     * Which names are listed, and how.
     *
     * @param search a part of the name or of the comment, without regard to case; empty for all
     * @param found accounts that the search found: their names are listed too
     * @param states one of them
     * @param newestFirst or else those that were asked for first
     */
    record Listing(String search, Collection<AccountId> found, Collection<SenderState> states, boolean newestFirst) {}

    /** Gives the name its answer; false when it is not there, or waits for its code. */
    boolean answer(AccountId answerer, long id, Answer answer, Instant at);

    /**
     * An answer.
     *
     * @param words beside it; may be empty
     * @param by who gives it
     */
    record Answer(SenderState state, String words, String by) {}
}
