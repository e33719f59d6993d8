package io.vestnik.platform.promo;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions as programs see them, and joining one: text, sender and time come from the action. */
public interface Joins {
    /** The most phones of one request. */
    int MOST = 1_000;

    /** The account's actions, the newest first; at most 1,000. */
    List<Listed> actions(AccountId account);

    Optional<Listed> action(AccountId account, ActionId id);

    /**
     * An action.
     *
     * @param left how many codes may still be given
     * @param until the last day on which its codes are given
     */
    record Listed(
            ActionId id,
            String name,
            LocalDate from,
            LocalDate until,
            int length,
            long handed,
            long left,
            boolean joinable,
            @Nullable String trouble) {}

    /**
     * Has each of these people written to with a code of their own, once: who joined before is counted and not written to again.
     *
     * @param phones digits, at most {@link #MOST}
     */
    Joined join(Who who, ActionId action, List<String> phones);

    /** The same for everybody of a group, as a job; empty where there is no such action that may be joined. */
    Optional<JobId> join(Who who, ActionId action, GroupId group);

    /** What came of joining. */
    sealed interface Joined {
        /**
         * Letters are on their way, or wait for the action's time.
         *
         * @param added who joined now
         * @param known who had joined before
         */
        record Taken(int added, int known) implements Joined {}

        /**
         * Nobody may join.
         *
         * @param code {@code no_text}, {@code over} or {@code too_few_codes}
         */
        record Refused(String code) implements Joined {}

        record NotFound() implements Joined {}
    }
}
