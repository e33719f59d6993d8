package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.Stops.Entry;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where stop-lists are kept. */
public interface StopStore {
    /** Adds those that do not stand in the scope yet; tells how many. */
    int add(AccountId account, Collection<String> phones, Entry entry, String by, Instant at);

    Slice<Stop> list(AccountId account, Listing listing, @Nullable String cursor, int limit);

    /** How many there are, counted no further than a limit. */
    long count(AccountId account, Listing listing, int most);

    /** A number under which entries are taken off together. */
    long nextRemoval(AccountId account);

    /** Takes these off; tells how many were on. */
    int remove(AccountId account, Collection<Long> ids, long removal, Instant at);

    /** Takes a phone off in this scope, or in all. */
    int remove(AccountId account, String phone, @Nullable StopScope scope, long removal, Instant at);

    /** Whether the person has said that they want no more of this sender, or of the account; without a sender, of anything. */
    boolean hasUnsubscribed(AccountId account, String phone, String sender);

    /** Takes off what these people said so; tells how many were on. */
    int resubscribe(AccountId account, Collection<String> phones, String sender, long removal, Instant at);

    /** The ids of entries that match and come after one, in order. */
    List<Long> ids(AccountId account, Listing listing, long after, int limit);

    /** Puts back what was taken off together, where nothing stands in its place; tells how many. */
    int restore(AccountId account, long removal);

    /** Forgets what was taken off before; tells how many. */
    int forgetRemoved(Instant before, int most);

    /** The groups that are stop-lists. */
    List<GroupId> groups(AccountId account);

    /** Makes a group a stop-list, or an ordinary group again; false when there is no such group. */
    boolean mark(AccountId account, GroupId group, boolean stop);

    boolean unsubscribesEverything(AccountId account);

    void setUnsubscribe(AccountId account, boolean everything);

    /** Takes off those whose data was erased; tells how many were on. */
    int removeErased(AccountId account, byte[] digest);
}
