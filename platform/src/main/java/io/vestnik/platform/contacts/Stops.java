package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stop-list of an account: whom it never writes to. It holds for the accounts that it serves too, so the operator's stands
 * above all. {@link WritingRules} answers by it.
 */
public interface Stops {
    /** How many phones are taken at once. */
    int MOST_AT_ONCE = 10_000;

    /** How long a reason may be. */
    int LONGEST_REASON = 200;

    /**
     * Adds entries.
     *
     * @param phones digits, at most {@link #MOST_AT_ONCE}; those that stand in this scope already stay as they are
     * @return how many are new
     */
    int add(Who who, Collection<String> phones, Entry entry);

    /** What all phones of an addition have in common; the reason is at most {@link #LONGEST_REASON} characters. */
    record Entry(StopScope scope, StopSource source, String reason) {
        public Entry {
            if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("Not a reason");
            }
        }
    }

    /** Newest first, at most 1,000 at once. */
    Slice<Stop> list(AccountId account, Listing listing, @Nullable String cursor, int limit);

    /**
     * Which entries to list; a part that is not given does not narrow.
     *
     * @param digits that the phone has somewhere; may be empty
     * @param kind of the scope, such as {@code sender}
     * @param conditions on {@code phone}, {@code value}, {@code reason}, {@code by}, {@code added}
     */
    record Listing(
            String digits, @Nullable String kind, @Nullable StopSource source, List<Condition> conditions) {
        /** Every entry. */
        public static final Listing ALL = new Listing("", null, null, List.of());

        public Listing {
            conditions = List.copyOf(conditions);
        }
    }

    /** Takes a phone off in this scope, or in all of them when none is given, also one whose data was erased; false when it was not on. */
    boolean remove(Who who, String phone, @Nullable StopScope scope);

    /**
     * A person who does not want to hear from this sender any more: their entry stops the name, or everything where the account
     * has said so. In the transaction of the caller, if there is one.
     *
     * @param phones digits, at most {@link #MOST_AT_ONCE}
     * @param sender the name that their answer went to
     * @param reason how they said it, such as the word of an inbound message
     * @return how many are new
     */
    int unsubscribe(AccountId account, Collection<String> phones, String sender, String reason);

    /** Whether this person has said that they want no more of this sender, or of the account. */
    boolean hasUnsubscribed(AccountId account, String phone, String sender);

    /**
     * People who want to hear from this sender again: takes off what they said themselves, also where it stops everything. What
     * the account stopped stays. In the transaction of the caller, if there is one.
     *
     * @param phones digits, at most {@link #MOST_AT_ONCE}
     * @param sender the name; empty for all that they ever said
     * @return how many entries are gone
     */
    int resubscribe(AccountId account, Collection<String> phones, String sender);

    /** Which of the account's groups are stop-lists. */
    List<GroupId> groups(AccountId account);
}
