package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** People of groups, in memory. */
final class FakeContacts implements Contacts {
    private final Map<GroupId, NavigableMap<String, Recipient>> groups = new HashMap<>();

    void put(GroupId group, String phone, Map<String, String> fields) {
        groups.computeIfAbsent(group, _ -> new TreeMap<>()).put(phone, new Recipient(phone, fields));
    }

    void forget(GroupId group) {
        groups.remove(group);
    }

    @Override
    public List<Group> groups(AccountId account) {
        return groups.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(),
                        "Group " + entry.getKey(),
                        entry.getValue().size()))
                .toList();
    }

    @Override
    public Group groupNamed(AccountId account, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Group> group(AccountId account, GroupId id) {
        return groups(account).stream().filter(group -> group.id().equals(id)).findFirst();
    }

    @Override
    public Slice<Recipient> members(
            AccountId account, Collection<GroupId> wanted, Set<String> fields, @Nullable String after, int limit) {
        NavigableMap<String, Recipient> all = new TreeMap<>();
        wanted.forEach(group -> all.putAll(groups.getOrDefault(group, new TreeMap<>())));
        List<Recipient> left =
                List.copyOf(all.tailMap(after == null ? "" : after, false).values());
        return Slice.of(left.subList(0, Math.min(left.size(), limit + 1)), limit, Recipient::phone);
    }

    @Override
    public Set<String> among(AccountId account, Collection<GroupId> wanted, Collection<String> phones) {
        Set<String> members = new HashSet<>();
        wanted.forEach(group ->
                members.addAll(groups.getOrDefault(group, new TreeMap<>()).keySet()));
        members.retainAll(phones);
        return members;
    }

    @Override
    public List<Recipient> known(AccountId account, Collection<String> phones) {
        return groups.values().stream()
                .flatMap(group -> group.values().stream())
                .filter(person -> phones.contains(person.phone()))
                .distinct()
                .toList();
    }

    @Override
    public JobId load(AccountId account, Load load) {
        throw new UnsupportedOperationException();
    }
}
