package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where groups and memberships are kept; it keeps the count of each group in step. */
public interface GroupStore {
    /** The groups by name. */
    List<Group> list(AccountId account);

    long count(AccountId account);

    Optional<Group> find(AccountId account, GroupId id);

    /** The group, locked until the transaction ends. */
    Optional<Group> hold(AccountId account, GroupId id);

    Optional<Group> named(AccountId account, String key);

    /** Makes a group; none when there is one of this name. */
    Optional<Group> create(AccountId account, String name, String key, Instant now);

    /** False when there is another of this name, or none of this id. */
    boolean rename(AccountId account, GroupId id, String name, String key);

    /** Removes memberships of a group that is gone for good; tells how many. */
    int tidy(AccountId account, GroupId gone, int most);

    /** Puts these phones into the group; tells which ones were not in it. */
    Set<String> join(AccountId account, GroupId group, Collection<String> phones);

    /** Takes these phones out of the group; tells how many were in it. */
    int leave(AccountId account, GroupId group, Collection<String> phones);

    /** Takes these phones out of every group but this one; tells how many people left any. */
    int leaveOthers(AccountId account, GroupId group, Collection<String> phones);

    /** The phone of a person changed: memberships follow. */
    void follow(AccountId account, String before, String after);

    /**
     * Puts people into the groups of others.
     *
     * @param heirs who comes in, by the phone whose groups they are
     */
    void inherit(AccountId account, Map<String, String> heirs);

    /** Those of these phones that are in the group. */
    List<String> among(AccountId account, GroupId group, Collection<String> phones);

    /** The phones of a group after one, in order. */
    List<String> phones(AccountId account, GroupId group, @Nullable String after, int limit);

    /** The groups of a phone, by name. */
    List<Group> groupsOf(AccountId account, String phone);

    /** People of any of these groups and segments, each phone once, by phone. */
    Slice<Recipient> members(
            AccountId account, Collection<GroupId> groups, Set<String> fields, @Nullable String after, int limit);

    /** Which of these phones are in any of the groups and segments. */
    Set<String> among(AccountId account, Collection<GroupId> groups, Collection<String> phones);
}
