package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the stop-lists for many at once. */
public interface StopLookUp {
    /** What stops letters, in no order. */
    List<Hit> hits(List<Question> questions);

    /** The accounts that have ever stopped anybody. */
    Stopping stopping();

    /** A number that grows with each account that begins to stop or to erase. */
    long version();

    /**
     * The account stops somebody from now on: it is asked about.
     *
     * @param erasing whether it has erased people
     */
    void begin(AccountId account, boolean erasing);

    /**
     * Whether one letter is stopped by one account's list.
     *
     * @param place of the letter
     * @param owner whose list is asked
     * @param code whether the letter is a code, which unsubscribes let through
     * @param digest of the phone, where the owner has erased people
     */
    record Question(
            int place,
            AccountId owner,
            String phone,
            String channel,
            String sender,
            boolean code,
            byte @Nullable [] digest) {}

    /** A letter that is stopped. */
    record Hit(int place, AccountId owner, What what) {}

    /** What stops it. */
    enum What {
        EVERYTHING,
        CHANNEL,
        SENDER,
        GROUP,
        ERASED
    }

    /**
     * Who stops anybody.
     *
     * @param erasing those among them that have erased people
     */
    record Stopping(Set<AccountId> accounts, Set<AccountId> erasing) {
        public Stopping {
            accounts = Set.copyOf(accounts);
            erasing = Set.copyOf(erasing);
        }
    }
}
