package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.promo.ActionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where actions are kept. */
public interface ActionStore {
    /** Empty where the account has another action of this name. */
    Optional<ActionId> add(AccountId account, Terms terms, Instant at);

    /** False where the version is another one; the name, the source and the look of codes stay as they were. */
    boolean change(AccountId account, ActionId id, int version, Terms terms);

    /** Within a transaction deletes one of which nobody has got a code or waits for one; false where that is not so, or it is not there. */
    boolean delete(AccountId account, ActionId id, Instant at);

    /** Takes a deletion since then back; false where there was none, or another action has its name meanwhile. */
    boolean restore(AccountId account, ActionId id, Instant since);

    /** Lets go of at most so many codes, letters or actions, of actions that were deleted before; 0 when none are left. */
    int purge(Instant before, int most);

    Optional<Action> find(AccountId account, ActionId id);

    /** The newest first, at most so many. */
    List<Action> all(AccountId account, int most);

    /** What is kept in memory, by account; changes with {@link #version()}. */
    Map<AccountId, List<Action>> everything();

    long version();

    /** Takes so many codes out of the stock; false, and nothing taken, where it has fewer. */
    boolean take(AccountId account, ActionId id, int codes);

    /** Puts codes back into the stock. */
    void putBack(AccountId account, Map<ActionId, Integer> codes);

    /** Puts so many new ones in. */
    void stock(AccountId account, ActionId id, int codes);

    /** Notes why the letters of an action wait, or that they wait no more. */
    void trouble(AccountId account, ActionId id, @Nullable String trouble);

    /** Moves counters by as much as facts say. */
    void count(Collection<Moved> moves);

    /** How many messages with codes of an action came into a state, or left it when negative. */
    record Moved(ActionId action, MessageState state, long messages) {}

    Map<MessageState, Long> counts(AccountId account, ActionId id);
}
