package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.domain.CodeStore.Reminded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters of actions that are to be written, or were. */
public interface LetterStore {
    /** Has these people written to, each once an action; tells how many are new, none where the action is not there any more. */
    Optional<Integer> join(AccountId account, ActionId action, Collection<String> phones, Way way, Instant due);

    /** Has these people reminded of their codes. */
    void remind(List<Reminded> people, Instant due);

    /** How many of the action wait for a code of their own. */
    long waiting(AccountId account, ActionId action);

    /**
     * The next that are due, all of the one action that has waited longest and does not rest; none when there are none. Of those that
     * bring a new code there are no more than the action has codes left, and one where it has none.
     */
    List<Letter> due(Instant now, int most);

    /**
     * A letter that waits.
     *
     * @param code none where it brings a new one that was not given yet
     * @param message under what it is offered; none before
     */
    record Letter(
            long id,
            AccountId account,
            ActionId action,
            boolean joins,
            String phone,
            @Nullable String code,
            Way way,
            @Nullable MessageId message) {}

    /** Notes under what these letters are offered, and with which code; codes go with their messages. */
    void plan(AccountId account, Collection<Letter> letters);

    /** These were taken by the path. */
    void sent(AccountId account, Collection<Long> letters);

    /** These never will be, for the reasons that are given. */
    void refused(AccountId account, Map<Long, String> reasons);

    /** Ends those of these letters whose code was used, is void or expired meanwhile; tells which. */
    List<Long> stale(AccountId account, Collection<Long> letters, Instant now);

    /** Ends at most so many of those that wait for a code of an action that is over; tells how many. */
    int late(Collection<ActionId> over, int most);

    /** How many who joined the action are not written to, by the reason, such as {@code stopped}. */
    Map<String, Long> refusals(AccountId account, ActionId action);

    /** Lets go of at most so many letters that ended and were due before: of who joined it stays known that they did. */
    int forget(Instant before, int most);

    /** These could not be taken for now: each is offered under another message, and after all that are due by now. */
    void later(AccountId account, Collection<Long> letters, Instant now);

    /** None of the action is due until then. */
    void rest(AccountId account, ActionId action, Instant until);
}
