package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where deleted contacts and groups are kept, apart from the living. */
public interface TrashStore {
    /**
     * One deletion: what a person deleted at once.
     *
     * @param by the name of who did it
     */
    record Deletion(long number, Instant at, String by) {}

    /**
     * A deleted contact.
     *
     * @param place its own number in the trash
     * @param groups those that it was in
     */
    record TrashedContact(long place, Deletion deletion, Contact contact, List<GroupId> groups) {
        public TrashedContact {
            groups = List.copyOf(groups);
        }
    }

    /**
     * A deleted group.
     *
     * @param group as it would come back
     */
    record TrashedGroup(Deletion deletion, Group group, Instant createdAt) {}

    /**
     * Which deleted contacts are meant.
     *
     * @param search words or the digits of a phone; may be empty
     * @param deletion those of one deletion only
     */
    record Wanted(String search, @Nullable Long deletion) {
        private static final int LONGEST = 100;

        public Wanted {
            search = search.strip();
            search = search.length() <= LONGEST ? search : search.substring(0, LONGEST);
        }
    }

    /** A number that no deletion had. */
    long newDeletion(AccountId account);

    /** Moves these contacts here, out of all groups; tells how many there were. */
    int put(AccountId account, Deletion deletion, Collection<ContactId> ids);

    /** Moves a group here; its memberships stay, unseen. False when there is none. */
    boolean put(AccountId account, Deletion deletion, GroupId group);

    /** A page of those that match, the last deleted first. */
    Slice<TrashedContact> list(AccountId account, Wanted wanted, @Nullable String after, int limit);

    long count(AccountId account, Wanted wanted);

    /** The places of those that match and come after one, in order; for work that walks through them. */
    List<Long> places(AccountId account, Wanted wanted, long after, int limit);

    /** Takes these out of the trash. */
    List<TrashedContact> take(AccountId account, Collection<Long> places);

    /** Makes contacts of these again, under their ids, where the phone is nobody's; tells which phones. */
    Set<String> revive(AccountId account, List<Contact> contacts, Instant now);

    /** Puts people into groups, each phone into the group beside it, as far as the groups are there or in the trash. */
    void rejoin(AccountId account, List<String> phones, List<GroupId> groups);

    /** The deleted groups, the last deleted first. */
    List<TrashedGroup> groups(AccountId account);

    /** Takes a group out of the trash. */
    Optional<TrashedGroup> takeGroup(AccountId account, GroupId id);

    /** Makes a group of it again, under its id; false when there is one of this name. */
    boolean revive(AccountId account, TrashedGroup group, String name, String key);

    /** Deletes these for good; tells how many there were. */
    int purge(AccountId account, Collection<Long> places);

    /** Deletes for good contacts that have been here since before; tells how many. */
    int purgeContacts(Instant before, int most);

    /** Deletes for good the memberships of a group that has been here since before, then the group; tells how many rows. */
    int purgeGroups(Instant before, int most);
}
