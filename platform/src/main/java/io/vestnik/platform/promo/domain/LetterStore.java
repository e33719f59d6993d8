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
import org.jspecify.annotations.Nullable;

/** Letters of actions that are to be written, or were. */
public interface LetterStore {
    /** Has these people written to, each once an action; tells how many are new. */
    int join(AccountId account, ActionId action, Collection<String> phones, Way way, Instant due);

    /** Has these people reminded of their codes. */
    void remind(AccountId account, ActionId action, List<Reminded> people, Instant due);

    /** The next that are due, all of one action whose letters do not wait; none when there are none. */
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

    /** Letters of the action wait until then; those that were offered are offered under other messages next time. */
    void wait(AccountId account, ActionId action, Instant until, Collection<Long> offered);
}
